import type { Count, Coverage } from '../../analysis/coverage/coverage.ts';

/** What is counted in a coverage, in the order in which it is shown. */
export const coverageMeasures: readonly (keyof Coverage)[] = [
  'states',
  'transitions',
  'criteria',
  'actions',
];

/** One of {@link coverageMeasures}. */
export type CoverageMeasure = (typeof coverageMeasures)[number];

/** How much is covered, from 0 to 100; all of it where there is nothing. */
export function percentCovered({ covered, total }: Count): number {
  return total === 0 ? 100 : (covered / total) * 100;
}
