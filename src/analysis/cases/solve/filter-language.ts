import { order } from '../../../expressions/criteria/order.ts';
import { sameJson } from '../../../expressions/index.ts';
import type { Condition, FilterOperand, Operator } from '../../../expressions/index.ts';
import type { Base, Language } from './language.ts';
import { toVariable } from './subject.ts';
import type { QuerySubject, Subject } from './subject.ts';

/** The filters of JSONPath (RFC 9535). */
export const filterLanguage: Language<FilterOperand> = {
  subjectOf,
  compare,
  holds: (value, isMeasured) => (isMeasured ? Boolean(value) : value !== undefined),
};

function subjectOf(operand: FilterOperand, base: Base): Subject {
  if (operand.kind === 'query') return toVariable(toQuery(operand, base));
  const { name, parameters } = operand;
  const [first, second] = parameters;
  const query = first?.kind === 'operand' ? toQuery(first.operand, base) : undefined;
  const subject = first && argument(first, base);
  const unknown: Subject = { kind: 'unknown', what: `the function ${name}()` };
  if (subject === undefined) return unknown;
  if (name === 'value') return subject;
  if (name === 'match' || name === 'search')
    return toMatch(subject, second, name === 'match') ?? unknown;
  return query !== undefined && (name === 'count' || name === 'length')
    ? toVariable({ ...query, measure: name })
    : unknown;
}

function toQuery(
  operand: Extract<FilterOperand, { kind: 'query' }>,
  { root, current }: Base,
): QuerySubject;
function toQuery(operand: FilterOperand, base: Base): QuerySubject | undefined;
function toQuery(
  operand: FilterOperand,
  { root, current }: Base,
): QuerySubject | undefined {
  if (operand.kind !== 'query') return undefined;
  const from = operand.from === 'root' ? root : current;
  return { kind: 'query', from, root, segments: operand.segments };
}

function argument(condition: Condition<FilterOperand>, base: Base): Subject | undefined {
  if (condition.kind === 'literal') return { kind: 'constant', value: condition.value };
  return condition.kind === 'operand' ? subjectOf(condition.operand, base) : undefined;
}

function toMatch(
  of: Subject,
  pattern: Condition<FilterOperand> | undefined,
  isWhole: boolean,
): Subject | undefined {
  const text = pattern?.kind === 'literal' ? pattern.value : undefined;
  if (typeof text !== 'string') return undefined;
  return { kind: 'match', of, pattern: isWhole ? `^(?:${text})$` : text };
}

/** Section 2.3.5.2.2: what is not there equals only what is not there either. */
function compare(operator: Operator, left: unknown, right: unknown): boolean {
  if (operator === '==') return same(left, right);
  if (operator === '!=') return !same(left, right);
  if (operator === '<=' || operator === '>=') {
    if (same(left, right)) return true;
  }
  const areNumbers = typeof left === 'number' && typeof right === 'number';
  if (areNumbers) return order(operator, left, right);
  const areTexts = typeof left === 'string' && typeof right === 'string';
  return areTexts && order(operator, left, right);
}

function same(left: unknown, right: unknown): boolean {
  if (left === undefined || right === undefined) return left === right;
  return sameJson(left, right);
}
