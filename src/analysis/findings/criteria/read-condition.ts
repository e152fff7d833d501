import { evaluateCondition } from '../../../expressions/criteria/evaluate-condition.ts';
import type { Semantics } from '../../../expressions/criteria/evaluate-condition.ts';
import { operandsOf } from '../../../expressions/criteria/condition.ts';
import type { Condition } from '../../../expressions/index.ts';
import type { CriterionReading, Demand, ScalarValue, Subject } from './demand.ts';

/** What it takes to read the conditions of one language. */
export interface ConditionReader<T> {
  readonly subjectOf: (operand: T) => Subject | undefined;
  readonly compare: Semantics<T, unknown>['compare'];
  /** Whether an operand that stands alone holds, by its value. */
  readonly holds: (value: unknown) => boolean;
  readonly isLenient: boolean;
}

/** What a condition demands of each thing that it looks at. */
export function readCondition<T>(
  condition: Condition<T>,
  reader: ConditionReader<T>,
): Omit<CriterionReading, 'identity'> {
  const parts = conjuncts(condition);
  const demands = parts.map((part) => toDemand(part, reader));
  return {
    demands: demands.flatMap((demand) => demand ?? []),
    isComplete: !demands.includes(undefined),
  };
}

function conjuncts<T>(condition: Condition<T>): readonly Condition<T>[] {
  return condition.kind === 'and' ? condition.conditions.flatMap(conjuncts) : [condition];
}

/** Only what is about one thing says something about it. */
function toDemand<T>(part: Condition<T>, reader: ConditionReader<T>): Demand | undefined {
  const [subject, ...others] = operandsOf(part).map(reader.subjectOf);
  if (subject === undefined || others.some((other) => other?.name !== subject.name))
    return undefined;
  const semantics: Semantics<T, unknown> = {
    value: (_operand, value) => value,
    holds: (_operand, value) => reader.holds(value),
    compare: reader.compare,
  };
  return {
    subject,
    text: part.text,
    accepts: (value) => evaluateCondition(part, semantics, value),
    literals: literalsOf(part),
    isClosed: isClosed(part, false),
    isLenient: reader.isLenient,
  };
}

function literalsOf<T>(condition: Condition<T>): readonly ScalarValue[] {
  if (condition.kind === 'literal') return [condition.value].flat();
  if (condition.kind === 'operand') return [];
  if (condition.kind === 'not') return literalsOf(condition.condition);
  if (condition.kind === 'comparison')
    return [...literalsOf(condition.left), ...literalsOf(condition.right)];
  return condition.conditions.flatMap((inner) => literalsOf(inner));
}

/** Whether only literals are accepted; `null` is also what is not there. */
function isClosed<T>(condition: Condition<T>, isNegated: boolean): boolean {
  if (condition.kind === 'not') return isClosed(condition.condition, !isNegated);
  if (condition.kind === 'and' || condition.kind === 'or') {
    const isAny = (condition.kind === 'and') !== isNegated;
    const closed = condition.conditions.map((inner) => isClosed(inner, isNegated));
    return isAny ? closed.includes(true) : !closed.includes(false);
  }
  if (condition.kind !== 'comparison') return false;
  const { left, right, operator } = condition;
  const literal = [left, right].find((side) => side.kind === 'literal');
  if (literal?.kind !== 'literal' || [literal.value].flat().includes(null)) return false;
  if (operator === 'in') return !isNegated && right.kind === 'literal';
  return operator === (isNegated ? '!=' : '==');
}
