import type { Element } from 'slimdom';
import { fail } from '../../parsed.ts';
import { descendants } from './syntax-tree.ts';

/** What calls functions that the text does not name, so that nobody knows what it costs. */
const refused = new Set([
  'inlineFunctionExpr',
  'namedFunctionRef',
  'dynamicFunctionInvocationExpr',
  'argumentPlaceholder',
  'arrowExpr',
]);

const loops = new Set(['forClauseItem', 'quantifiedExprInClause']);

/** How many items an expression may write down, in lists and ranges, one within the other. */
const maxItems = 10_000;

/** The most steps that an expression may take through what it holds in variables. */
const maxSteps = 1_000_000;

/** How many loops there are over what an expression has in its hands, one within the other at worst. */
export interface Cost {
  readonly loops: number;
}

/**
 * Refuses what can run for ever without looking at the document, which nothing could stop then:
 * functions as values, long ranges, lists that double. Gives what the rest can cost.
 */
export function checkLimits(tree: Element): Cost {
  let items = 1;
  let found = 0;
  for (const node of descendants(tree)) {
    if (refused.has(node.localName)) fail('Functions as values are not supported.', 0);
    if (node.localName === 'sequenceExpr') items *= Math.max(1, node.children.length);
    if (node.localName === 'rangeSequenceExpr') items *= rangeSize(node);
    if (items > maxItems) fail('The lists and ranges in the expression are too long.', 0);
    if (loops.has(node.localName) || isLetUse(node, tree)) found++;
  }
  return { loops: found };
}

/** The most nodes that a document may have. */
export function maxNodes(cost: Cost): number {
  return cost.loops < 2 ? maxSteps : Math.floor(maxSteps ** (1 / cost.loops));
}

function rangeSize(range: Element): number {
  const bounds = ['startExpr', 'endExpr'].map((name) => {
    const side = range.children.find((child) => child.localName === name);
    const [value] = side?.children ?? [];
    return value?.localName === 'integerConstantExpr'
      ? Number(value.textContent)
      : fail('The bounds of a range must be whole numbers.', 0);
  });
  const [start = 0, end = 0] = bounds;
  return Math.max(1, end - start + 1);
}

/** A variable of `let` holds everything at once, so that each use of it is a loop. */
function isLetUse(node: Element, tree: Element): boolean {
  return (
    node.localName === 'varRef' &&
    descendants(tree).some(
      (other) =>
        other.localName === 'letClauseItem' &&
        other.children[0]?.textContent === node.textContent,
    )
  );
}
