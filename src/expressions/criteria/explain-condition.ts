import type { Comparison, Condition } from './condition.ts';
import { evaluateCondition, valueOf } from './evaluate-condition.ts';
import type { Semantics } from './evaluate-condition.ts';
import { showValue } from './show-value.ts';

/** Why a condition does not hold. */
export interface Explanation {
  /** A sentence that names the part of the condition and the value seen. */
  readonly reason: string;
  /** The value seen. */
  readonly actual?: unknown;
}

/** Finds the part of a condition that made it fail and says what it saw. */
export function explainCondition<T, E>(
  condition: Condition<T>,
  semantics: Semantics<T, E>,
  environment: E,
): Explanation {
  const explain = (inner: Condition<T>): Explanation =>
    explainCondition(inner, semantics, environment);
  const fails = (inner: Condition<T>): boolean =>
    !evaluateCondition(inner, semantics, environment);
  if (condition.kind === 'comparison') {
    return explainComparison(condition, semantics, environment);
  }
  if (condition.kind === 'operand') {
    return saw(condition.text, semantics.value(condition.operand, environment));
  }
  if (condition.kind === 'or') return explainOr(condition.conditions.map(explain));
  const culprit = condition.kind === 'and' ? condition.conditions.find(fails) : undefined;
  return culprit === undefined
    ? { reason: `${condition.text} — it does not hold` }
    : explain(culprit);
}

function explainOr(explanations: readonly Explanation[]): Explanation {
  const reason = explanations.map((explanation) => explanation.reason).join('; ');
  const [first] = explanations;
  return first !== undefined && 'actual' in first
    ? { reason, actual: first.actual }
    : { reason };
}

function explainComparison<T, E>(
  { text, left, right }: Comparison<T>,
  semantics: Semantics<T, E>,
  environment: E,
): Explanation {
  const values = [left, right].map((side) => valueOf(side, semantics, environment));
  const [leftValue, rightValue] = values;
  if (right.kind === 'literal') return saw(text, leftValue);
  if (left.kind === 'literal') return saw(text, rightValue);
  const { reason } = saw(text, leftValue);
  return {
    reason: `${reason}, compared with ${showValue(rightValue)}`,
    actual: leftValue,
  };
}

function saw(text: string, actual: unknown): Explanation {
  return { reason: `${text} — it was ${showValue(actual)}`, actual };
}
