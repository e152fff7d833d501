import { deadEnd, explore } from './explore.ts';
import type { Choose } from './explore.ts';
import { hold } from './xml/hold.ts';
import { serialise } from './xml/serialise.ts';
import type { Solver } from './xml/solver.ts';
import type { XmlDocument } from './xml/xml-tree.ts';
import { parseXPathTree } from './xml/xpath-tree.ts';

const limits = { tries: 150, results: 12 };

/** Things done for one document. */
const maxSteps = 2_000;

/**
 * A few XML texts for which an XPath expression is true (`wanted`) or false; the best first. They are
 * candidates: the engine has the last word. None when the expression cannot be read or does what is
 * not understood here.
 */
export function xmlFor(expression: string, wanted: boolean): readonly string[] {
  const tree = parseXPathTree(expression);
  if (tree === undefined) return [];
  return explore((choose) => {
    const document: XmlDocument = { kind: 'document' };
    hold(tree, { node: document }, wanted, createSolver(document, choose));
    return serialise(document, choose);
  }, limits);
}

function createSolver(document: XmlDocument, choose: Choose): Solver {
  let steps = 0;
  const solver: Solver = {
    choose,
    document,
    spend: () => {
      steps += 1;
      if (steps > maxSteps) deadEnd();
    },
    hold: (expression, focus, wanted) => hold(expression, focus, wanted, solver),
  };
  return solver;
}
