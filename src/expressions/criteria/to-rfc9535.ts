import { attempt, fail } from '../parsed.ts';
import type { Comparison, Condition, Literal } from './condition.ts';
import { formatPath } from './lax-path.ts';
import type { LaxPath } from './lax-path.ts';

/**
 * The query of RFC 9535 that selects something just when a lax condition holds, or `undefined`
 * when there is none.
 *
 * A filter is tried on every member of the root, and a filter that asks about `$` instead of `@`
 * has the same answer for each: so any root that has a member at all will do.
 */
export function toRfc9535(condition: Condition<LaxPath>): string | undefined {
  const printed = attempt(() => `$[?${print(condition)}]`);
  return printed.ok ? printed.value : undefined;
}

function print(condition: Condition<LaxPath>): string {
  if (condition.kind === 'comparison') return printComparison(condition);
  if (condition.kind === 'operand') return printTest(condition.operand);
  if (condition.kind === 'not') return `!${printGroup(condition.condition)}`;
  if (condition.kind === 'literal') return fail('A literal is no test.', 0);
  const operator = condition.kind === 'and' ? '&&' : '||';
  return condition.conditions.map(printGroup).join(` ${operator} `);
}

function printGroup(condition: Condition<LaxPath>): string {
  const printed = print(condition);
  const isSimple = condition.kind === 'operand' && condition.operand.length === undefined;
  return isSimple ? printed : `(${printed})`;
}

function printTest(path: LaxPath): string {
  if (path.length !== undefined) return `${printValue(path)} != 0`;
  return path.keys === undefined ? path.query : formatPath(path.keys);
}

function printComparison(comparison: Comparison<LaxPath>): string {
  const { operator, left, right } = comparison;
  if (operator === 'contains') fail('Text and arrays are searched differently.', 0);
  const value = printSide(left);
  if (operator === 'in') return printIn(value, right);
  const isNull = right.kind === 'literal' && right.value === null;
  // To RFC 9535 a missing node is not null.
  if (isNull && operator === '==') return `!${value} || ${value} == null`;
  if (isNull && operator === '!=') return `${value} && ${value} != null`;
  return `${value} ${operator} ${printSide(right)}`;
}

function printIn(value: string, list: Condition<LaxPath>): string {
  const items = list.kind === 'literal' ? list.value : undefined;
  if (!Array.isArray(items)) return fail('Not a list.', 0);
  return items.map((item: unknown) => `${value} == ${JSON.stringify(item)}`).join(' || ');
}

function printSide(side: Condition<LaxPath>): string {
  if (side.kind === 'operand') return printValue(side.operand);
  return side.kind === 'literal' ? printLiteral(side) : fail('Not a value.', 0);
}

function printLiteral(literal: Literal): string {
  return Array.isArray(literal.value)
    ? fail('Not a value.', 0)
    : JSON.stringify(literal.value);
}

function printValue(path: LaxPath): string {
  if (path.keys === undefined) fail('Only one node can be compared.', 0);
  const query = formatPath(path.keys);
  return path.length === undefined ? query : `length(${query})`;
}
