import type { Element } from 'slimdom';
import { readXPath } from '../../../../expressions/index.ts';

/** The syntax tree of an XPath expression, as XQueryX; `undefined` when it cannot be read. */
export function parseXPathTree(expression: string): Element | undefined {
  const tree = readXPath(expression);
  return childOf(childOf(tree, 'mainModule'), 'queryBody')?.children[0];
}

/** The child with a name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find(({ localName }) => localName === name);
}

/** The two sides of an operator. */
export function operandsOf(element: Element): readonly [Element, Element] | undefined {
  const left = childOf(element, 'firstOperand')?.children[0];
  const right = childOf(element, 'secondOperand')?.children[0];
  return left === undefined || right === undefined ? undefined : [left, right];
}

/** The name of a function of XPath that is called; `undefined` for anything else. */
export function functionOf(element: Element): string | undefined {
  if (element.localName !== 'functionCallExpr') return undefined;
  const name = childOf(element, 'functionName');
  const isStandard = name?.getAttribute('xqx:URI')?.endsWith('/xpath-functions');
  return isStandard === true ? (name?.textContent ?? undefined) : undefined;
}

/** What a function is called with. */
export function argumentsOf(element: Element): readonly Element[] {
  return childOf(element, 'arguments')?.children ?? [];
}

/** The steps of a path; the first is `rootExpr` when it begins with a slash. */
export function stepsOf(path: Element): readonly Element[] {
  return path.children;
}

/** What is in the brackets of a step. */
export function predicatesOf(step: Element): readonly Element[] {
  return childOf(step, 'predicates')?.children ?? [];
}

/** The prefixes of the names of elements and attributes in an expression. */
export function prefixesIn(expression: Element): readonly string[] {
  const inside = expression.children.flatMap(prefixesIn);
  const prefix = prefixOf(expression);
  return prefix === '' ? inside : [prefix, ...inside];
}

function prefixOf(test: Element): string {
  const [first] = test.children;
  if (test.localName === 'Wildcard')
    return first?.localName === 'NCName' ? (first.textContent ?? '') : '';
  return /^(?:nameTest|QName)$/.test(test.localName)
    ? (test.getAttribute('xqx:prefix') ?? '')
    : '';
}
