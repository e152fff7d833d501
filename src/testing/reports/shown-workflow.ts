import type { Coverage, Uncovered } from '../../analysis/coverage/coverage.ts';
import type { Path } from '../../analysis/paths/path.ts';
import type { PathResult } from '../run-paths/path-result.ts';

/** The paths of a workflow that are shown: planned, or with what came of them. */
export interface ShownWorkflow {
  readonly workflowId: string;
  readonly paths: readonly (Path | PathResult)[];
  readonly coverage: Coverage;
  readonly uncovered: readonly Uncovered[];
  readonly gone?: readonly string[];
  readonly remarks?: readonly string[];
  readonly cut?: string;
}

/** Whether a path has been run. */
export function isResult(path: Path | PathResult): path is PathResult {
  return 'result' in path;
}

/** Whether a path has been run and was not as it should be. */
export function isFailed(path: Path | PathResult): path is PathResult {
  return isResult(path) && path.result === 'failed';
}

/** Whether a path could not be run as it is. */
export function isSkipped(path: Path | PathResult): path is PathResult {
  return isResult(path) && path.result === 'skipped';
}

/** Whether a path stops where nothing leads to an end, and nothing else is wrong with it. */
export function isUnfinished(path: Path | PathResult): boolean {
  return path.end === 'unfinished' && (!isResult(path) || path.result === 'passed');
}

/** What is the matter with such paths. */
export const unfinishedReason =
  'Nothing that was found leads to an end from where they stop: what calls again and again is only ended by --max-steps or --timeout.';
