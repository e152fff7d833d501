import type { Condition, Operator } from './condition.ts';

/** What the parts of a condition mean; `E` is what operands are looked up in. */
export interface Semantics<T, E> {
  /** The value of an operand. */
  readonly value: (operand: T, environment: E) => unknown;
  /** Whether an operand that stands alone holds. */
  readonly holds: (operand: T, environment: E) => boolean;
  readonly compare: (operator: Operator, left: unknown, right: unknown) => boolean;
}

/** Tells whether a condition holds. */
export function evaluateCondition<T, E>(
  condition: Condition<T>,
  semantics: Semantics<T, E>,
  environment: E,
): boolean {
  if (condition.kind === 'comparison') {
    const left = valueOf(condition.left, semantics, environment);
    const right = valueOf(condition.right, semantics, environment);
    return semantics.compare(condition.operator, left, right);
  }
  if (condition.kind === 'operand') {
    return semantics.holds(condition.operand, environment);
  }
  if (condition.kind === 'literal') return Boolean(condition.value);
  const holds = (inner: Condition<T>): boolean =>
    evaluateCondition(inner, semantics, environment);
  if (condition.kind === 'not') return !holds(condition.condition);
  return condition.kind === 'and'
    ? condition.conditions.every(holds)
    : condition.conditions.some(holds);
}

/** The value of one side of a comparison. */
export function valueOf<T, E>(
  condition: Condition<T>,
  semantics: Semantics<T, E>,
  environment: E,
): unknown {
  if (condition.kind === 'literal') return condition.value;
  if (condition.kind === 'operand') {
    return semantics.value(condition.operand, environment);
  }
  return evaluateCondition(condition, semantics, environment);
}
