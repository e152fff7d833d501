import { didYouMean } from '../../diagnostics/index.ts';
import type { Count } from '../../analysis/coverage/coverage.ts';
import {
  coverageMeasures,
  percentCovered,
} from '../../testing/reports/percent-covered.ts';
import type { CoverageMeasure } from '../../testing/reports/percent-covered.ts';
import type { ShownWorkflow } from '../../testing/reports/shown-workflow.ts';
import { UsageError } from '../usage-error.ts';

/** How much must be covered, from 0 to 100. */
export type Threshold = Partial<Readonly<Record<CoverageMeasure, number>>>;

/** Something of which less is covered than there must be. */
export interface MissedThreshold extends Count {
  readonly workflowId: string;
  readonly measure: CoverageMeasure;
  readonly wanted: number;
}

const form = 'Write --threshold 90, or --threshold transitions=100,states=90.';

/**
 * Reads `90`, or `transitions=100,states=90`.
 * @throws UsageError with what was meant, where that can be guessed
 */
export function parseThreshold(text: string | undefined): Threshold {
  if (text === undefined) return {};
  if (!text.includes('=')) {
    const wanted = toPercent(text);
    return Object.fromEntries(coverageMeasures.map((measure) => [measure, wanted]));
  }
  return Object.fromEntries(text.split(',').map(toEntry));
}

function toEntry(pair: string): readonly [CoverageMeasure, number] {
  const [name = '', percent = ''] = pair.split('=').map((part) => part.trim());
  const measure = coverageMeasures.find((each) => each === name);
  if (measure !== undefined) return [measure, toPercent(percent)];
  throw new UsageError(
    `--threshold knows no "${name}".`,
    didYouMean(name, coverageMeasures) ?? form,
  );
}

function toPercent(text: string): number {
  const percent = /^\d+(?:\.\d+)?%?$/u.test(text) ? Number.parseFloat(text) : Number.NaN;
  if (percent <= 100) return percent;
  throw new UsageError(`--threshold "${text}" is no number from 0 to 100.`, form);
}

/** Of what less is covered than there must be. */
export function missedThresholds(
  workflows: readonly ShownWorkflow[],
  threshold: Threshold,
): readonly MissedThreshold[] {
  return workflows.flatMap(({ workflowId, coverage }) =>
    coverageMeasures.flatMap((measure) => {
      const { [measure]: wanted = 0 } = threshold;
      const count = coverage[measure];
      return percentCovered(count) >= wanted
        ? []
        : [{ workflowId, measure, ...count, wanted }];
    }),
  );
}

/** Says what is missed: `pets: 8/9 states (88.8 %) are covered, and 90 % are wanted`. */
export function describeMissed({
  workflowId,
  measure,
  wanted,
  ...count
}: MissedThreshold): string {
  // Rounded down, so that what is missed does not look reached.
  const percent = Math.floor(percentCovered(count) * 10) / 10;
  return `${workflowId}: ${count.covered}/${count.total} ${measure} (${percent} %) are covered, and ${wanted} % are wanted`;
}
