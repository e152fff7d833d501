import type { Element } from 'slimdom';
import { argumentsOf, childOf, functionOf } from './xpath-tree.ts';

/** A value that an expression writes down. */
export type Constant = string | number | boolean;

/** The values that an expression writes down; `undefined` when it does something else. */
export function constantsOf(expression: Element): readonly Constant[] | undefined {
  if (expression.localName === 'sequenceExpr') {
    const all = expression.children.map(constantsOf);
    return all.every((each) => each !== undefined) ? all.flat() : undefined;
  }
  const constant = constantOf(expression);
  return constant === undefined ? undefined : [constant];
}

/** The one value that an expression writes down. */
export function constantOf(expression: Element | undefined): Constant | undefined {
  if (expression === undefined) return undefined;
  switch (expression.localName) {
    case 'stringConstantExpr':
      return childOf(expression, 'value')?.textContent ?? '';
    case 'integerConstantExpr':
    case 'decimalConstantExpr':
    case 'doubleConstantExpr':
      return Number(childOf(expression, 'value')?.textContent);
    case 'unaryMinusOp': {
      const value = constantOf(childOf(expression, 'operand')?.children[0]);
      return typeof value === 'number' ? -value : undefined;
    }
    case 'functionCallExpr':
      return booleanOf(expression);
    default:
      return undefined;
  }
}

function booleanOf(call: Element): boolean | undefined {
  if (argumentsOf(call).length > 0) return undefined;
  const name = functionOf(call);
  if (name === 'true') return true;
  return name === 'false' ? false : undefined;
}

/** Texts near a value: itself, a little more and less, parts of it, something else. */
export function textsNear(constant: Constant): readonly string[] {
  if (typeof constant === 'number') {
    const near = [constant, constant + 1, constant - 1, constant + 0.5, constant - 0.5];
    return near.map(String);
  }
  if (typeof constant === 'boolean') return [String(constant), String(!constant)];
  const text = constant;
  const words = text
    .split(/[^\p{L}\p{N}_]+/u)
    .filter(Boolean)
    .slice(0, 8);
  return [text, ...words, 'other', 'OTHER', `${text}-1`, text.slice(0, -1), '1', ''];
}
