/** The operators of comparisons; `in` and `contains` belong to lax JSONPath only. */
export type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'contains';

/** What every part of a condition has. */
interface Written {
  /** As the document writes it. */
  readonly text: string;
}

/** A literal that is no list. */
export type Scalar = string | number | boolean | null;

/** `'sold'`, `200`, `true`, `null`; in lax JSONPath also `['a', 'b']`. */
export interface Literal extends Written {
  readonly kind: 'literal';
  readonly value: Scalar | readonly Scalar[];
}

/** Something that is looked up when the condition is evaluated. */
export interface Operand<T> extends Written {
  readonly kind: 'operand';
  readonly operand: T;
}

/** Two values and how they are compared. */
export interface Comparison<T> extends Written {
  readonly kind: 'comparison';
  readonly operator: Operator;
  readonly left: Condition<T>;
  readonly right: Condition<T>;
}

/** `&&` and `||`, with two conditions or more. */
export interface Combination<T> extends Written {
  readonly kind: 'and' | 'or';
  readonly conditions: readonly Condition<T>[];
}

/** `!`. */
export interface Negation<T> extends Written {
  readonly kind: 'not';
  readonly condition: Condition<T>;
}

/** A condition, read. `T` is what is looked up in it. */
export type Condition<T> =
  Literal | Operand<T> | Comparison<T> | Combination<T> | Negation<T>;

/** Everything that a condition looks up, in the order in which it is written. */
export function operandsOf<T>(condition: Condition<T>): readonly T[] {
  if (condition.kind === 'literal') return [];
  if (condition.kind === 'operand') return [condition.operand];
  if (condition.kind === 'not') return operandsOf(condition.condition);
  if (condition.kind === 'comparison') {
    return [...operandsOf(condition.left), ...operandsOf(condition.right)];
  }
  return condition.conditions.flatMap((inner) => operandsOf(inner));
}
