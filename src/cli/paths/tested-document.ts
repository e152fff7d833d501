import type { RecordingChange } from '../../testing/recording/merge-recordings.ts';
import { isUnfinished } from '../../testing/reports/shown-workflow.ts';
import type { WorkflowReport } from '../../testing/run-paths/path-result.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { ExpectationFile } from './expectations.ts';
import type { PreparedWorkflows } from './prepare-workflows.ts';
import type { MissedThreshold } from './threshold.ts';

/** A workflow that calls nothing of what its paths were to be run against. */
export interface LeftOut {
  readonly workflowId: string;
  readonly why: string;
}

/** What came of testing a document. */
export interface TestedDocument extends Pick<PreparedWorkflows, 'document' | 'unusable'> {
  readonly reports: readonly WorkflowReport[];
  /** The others that have no errors. */
  readonly leftOut: readonly LeftOut[];
  readonly missed: readonly MissedThreshold[];
  /** The workflowIds that were recorded and that the document no longer has. */
  readonly gone: readonly string[];
  /** Where expectations would be. */
  readonly file: ExpectationFile | undefined;
  readonly isCompared: boolean;
  /** What was recorded, when it was to be. */
  readonly recorded: RecordingChange | undefined;
  /** Milliseconds on the wall. */
  readonly elapsed: number;
}

/** How many paths there are, how many are not as they should be, could not be run, or come to no end. */
export function countPaths({ reports }: Pick<TestedDocument, 'reports'>): {
  readonly paths: number;
  readonly failed: number;
  readonly skipped: number;
  readonly unfinished: number;
  readonly gone: number;
} {
  const paths = reports.flatMap((report) => report.paths);
  return {
    paths: paths.length,
    failed: paths.filter(({ result }) => result === 'failed').length,
    skipped: paths.filter(({ result }) => result === 'skipped').length,
    unfinished: paths.filter(isUnfinished).length,
    gone: reports.reduce((sum, report) => sum + (report.gone ?? []).length, 0),
  };
}

/** What the exit code says about a tested document. */
export function exitCodeOf(tested: TestedDocument): ExitCode {
  const { unusable, missed, gone } = tested;
  if (unusable.length > 0) return exitCodes.unusable;
  const counts = countPaths(tested);
  const isBad = counts.failed + counts.gone + missed.length + gone.length > 0;
  return isBad ? exitCodes.failed : exitCodes.ok;
}
