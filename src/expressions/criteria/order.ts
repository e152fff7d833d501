import type { Operator } from './condition.ts';

type Test = (left: string | number, right: string | number) => boolean;

const tests: Partial<Readonly<Record<Operator, Test>>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** Compares two numbers or two texts by their order; `false` for operators that are about none. */
export function order<T extends string | number>(
  operator: Operator,
  left: T,
  right: T,
): boolean {
  return tests[operator]?.(left, right) === true;
}
