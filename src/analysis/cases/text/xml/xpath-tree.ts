import library from 'fontoxpath';
import { Document } from 'slimdom';
import type { Element } from 'slimdom';

/** Node sees the default export only; bundlers see others too. */
const fontoxpath: typeof library = library;

/** Characters; the engine takes no more. */
const maxLength = 4_000;

/** The syntax tree of an XPath expression, as XQueryX; `undefined` when it cannot be read. */
export function parseXPathTree(expression: string): Element | undefined {
  if (expression.length > maxLength) return undefined;
  const language = fontoxpath.evaluateXPath.XPATH_3_1_LANGUAGE;
  try {
    const tree = fontoxpath.parseScript<Element>(
      expression,
      { language },
      new Document(),
    );
    return descend(tree, 'mainModule', 'queryBody')?.children[0];
  } catch {
    return undefined;
  }
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

function descend(element: Element, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>(childOf, element);
}
