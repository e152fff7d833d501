import type { Condition } from '../../../expressions/index.ts';

/** A condition that is to hold, or not to. */
export interface Aim<T> {
  readonly condition: Condition<T>;
  readonly wanted: boolean;
}

/**
 * The conditions that must all be right for one to be: those of `&&`, of `||` that is not to hold, and
 * of these within each other. In the order in which they are best seen to: what is compared with a
 * literal comes first, since what is compared with something else can follow it.
 */
export function aimsOf<T>(condition: Condition<T>, wanted: boolean): readonly Aim<T>[] {
  return flatten(condition, wanted).toSorted(
    (left, right) => effort(left) - effort(right),
  );
}

function flatten<T>(condition: Condition<T>, wanted: boolean): readonly Aim<T>[] {
  if (condition.kind === 'not') return flatten(condition.condition, !wanted);
  const isAll = condition.kind === (wanted ? 'and' : 'or');
  if (!isAll) return [{ condition, wanted }];
  return condition.conditions.flatMap((inner) => flatten(inner, wanted));
}

function effort<T>({ condition }: Aim<T>): number {
  if (condition.kind === 'and' || condition.kind === 'or') return 1;
  if (condition.kind !== 'comparison') return 0;
  const { left, right } = condition;
  return left.kind === 'literal' || right.kind === 'literal' ? 0 : 2;
}
