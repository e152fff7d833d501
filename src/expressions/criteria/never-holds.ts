import type { SyntaxProblem } from '../parsed.ts';
import type { CriterionSource, InvalidProgram } from './criterion.ts';

/**
 * A criterion that cannot be read, as one that never holds and says why; for machines that have to
 * carry it all the same. The specification: a condition that is no condition fails.
 */
export function neverHolds(
  { condition }: CriterionSource,
  problem: SyntaxProblem,
): InvalidProgram {
  return { type: 'invalid', condition, problem };
}
