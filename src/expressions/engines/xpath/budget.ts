import { fontoxpath } from './fontoxpath.ts';
import type { IDomFacade } from 'fontoxpath';
import { XPathError } from './xpath-error.ts';

/** How many nodes one evaluation may look at; a few seconds. */
const maxVisits = 1_000_000;

/**
 * The way to the nodes of a document, closed after too many of them: an expression such as
 * `//a[//b[//c]]` would go on for ever.
 */
export function createBudget(): IDomFacade {
  let visits = 0;
  const spend = (cost: number): void => {
    visits += cost;
    if (visits > maxVisits)
      throw new XPathError('The expression looks at too many nodes.');
  };
  const one = <T>(node: T): T => {
    spend(1);
    return node;
  };
  const many = <T>(nodes: T[]): T[] => {
    spend(1 + nodes.length / 64);
    return nodes;
  };
  return {
    getAllAttributes: (node, bucket) =>
      many(fontoxpath.domFacade.getAllAttributes(node, bucket)),
    getAttribute: (node, name) => one(fontoxpath.domFacade.getAttribute(node, name)),
    getChildNodes: (node, bucket) =>
      many(fontoxpath.domFacade.getChildNodes(node, bucket)),
    getData: (node) => one(fontoxpath.domFacade.getData(node)),
    getFirstChild: (node, bucket) =>
      one(fontoxpath.domFacade.getFirstChild(node, bucket)),
    getLastChild: (node, bucket) => one(fontoxpath.domFacade.getLastChild(node, bucket)),
    getNextSibling: (node, bucket) =>
      one(fontoxpath.domFacade.getNextSibling(node, bucket)),
    getParentNode: (node, bucket) =>
      one(fontoxpath.domFacade.getParentNode(node, bucket)),
    getPreviousSibling: (node, bucket) =>
      one(fontoxpath.domFacade.getPreviousSibling(node, bucket)),
  };
}
