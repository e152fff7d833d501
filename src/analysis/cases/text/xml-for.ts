import { deadEnd, explore } from './explore.ts';
import { hold } from './xml/hold.ts';
import { serialise } from './xml/serialise.ts';
import type { Solver } from './xml/solver.ts';
import type { XmlDocument } from './xml/xml-tree.ts';
import { parseXPathTree, prefixesIn } from './xml/xpath-tree.ts';

const limits = { tries: 150, results: 12 };

/** Things done for one document, and for all of them. */
const maxSteps = 2_000;
const maxStepsOfAll = 10_000;

/**
 * A few XML texts for which an XPath expression is true (`wanted`) or false; the best first. They are
 * candidates: the engine has the last word. None when the expression cannot be read or does what is
 * not understood here, and before the engine `xpath` is loaded, which reads it.
 */
export function xmlFor(expression: string, wanted: boolean): readonly string[] {
  const tree = parseXPathTree(expression);
  if (tree === undefined) return [];
  const prefixes = prefixesIn(tree);
  let left = maxStepsOfAll;
  return explore((choose) => {
    const document: XmlDocument = { kind: 'document', prefixes };
    const before = left;
    const spend = (): void => {
      left -= 1;
      if (left < 0 || before - left > maxSteps) deadEnd();
    };
    const solver: Solver = { choose, document, spend, hold };
    hold(tree, { node: document }, wanted, solver);
    return serialise(document, choose);
  }, limits);
}
