import { evaluateExpression } from '../runtime/evaluate-expression.ts';
import type { Expression } from '../runtime/expression.ts';
import type { Scope } from '../scope.ts';
import { order } from './order.ts';
import type { Operator } from './condition.ts';
import type { Semantics } from './evaluate-condition.ts';

/**
 * What a simple condition means. Text is compared without regard to case; text that is a number is
 * one when it is compared with a number; what is not there is `null`, and `null` equals nothing
 * else. An operand alone holds unless it is `false`, `null`, `0` or the empty text.
 */
export const simpleSemantics: Semantics<Expression, Scope> = {
  value: evaluateExpression,
  holds: (operand, scope) => Boolean(evaluateExpression(operand, scope)),
  compare,
};

function compare(operator: Operator, left: unknown, right: unknown): boolean {
  if (operator === '==') return equal(left, right);
  if (operator === '!=') return !equal(left, right);
  if (operator === 'contains') return contains(left, right);
  if (operator === 'in') return Array.isArray(right) && contains(right, left);
  if (typeof left === 'string' && typeof right === 'string') {
    return order(operator, left.toLowerCase(), right.toLowerCase());
  }
  const numbers = asNumbers(left, right);
  return numbers !== undefined && order(operator, ...numbers);
}

function contains(left: unknown, right: unknown): boolean {
  if (Array.isArray(left)) return left.some((item) => equal(item, right));
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  return left.toLowerCase().includes(right.toLowerCase());
}

function equal(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left === 'string' && typeof right === 'string') {
    return left.toLowerCase() === right.toLowerCase();
  }
  const numbers = asNumbers(left, right);
  return numbers === undefined
    ? (left ?? null) === (right ?? null)
    : numbers[0] === numbers[1];
}

/** Text becomes a number only next to a number. */
function asNumbers(left: unknown, right: unknown): readonly [number, number] | undefined {
  if (typeof left !== 'number' && typeof right !== 'number') return undefined;
  const numbers = [toNumber(left), toNumber(right)] as const;
  return numbers.some(Number.isNaN) ? undefined : numbers;
}

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}
