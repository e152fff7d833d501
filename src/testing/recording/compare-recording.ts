import type {
  PathProblem,
  PathResult,
  WorkflowReport,
} from '../run-paths/path-result.ts';
import { comparePath } from './compare-path.ts';
import type { RecordedPath, Recording } from './recording.ts';

/** Something in which a workflow differs from what was recorded. */
export interface RecordingProblem extends PathProblem {
  /** The name of the path. */
  readonly path: string;
}

/** In what a workflow differs from what was recorded; a path that is new or gone is a difference. */
export function compareRecording(
  report: WorkflowReport,
  recording: Recording,
): readonly RecordingProblem[] {
  const recorded = recordedPaths(recording, report.workflowId);
  return [
    ...report.paths.filter(isRun).flatMap((path) =>
      comparePath(path, recorded.get(path.name)).map((problem) => ({
        ...problem,
        path: path.name,
      })),
    ),
    ...gonePaths(report, recorded).map((path) => ({
      kind: 'recording' as const,
      path,
      message: 'This path was recorded and is no longer there.',
    })),
  ];
}

/** A report in which what differs from a recording is a problem of its path. */
export function withRecording(
  report: WorkflowReport,
  recording: Recording,
): WorkflowReport {
  const recorded = recordedPaths(recording, report.workflowId);
  const paths = report.paths.map((path) =>
    isRun(path) ? withProblems(path, recorded) : path,
  );
  const gone = gonePaths(report, recorded);
  return { ...report, paths, ...(gone.length === 0 ? {} : { gone }) };
}

/** What a path that was skipped would have done, nobody knows. */
function isRun({ result }: PathResult): boolean {
  return result !== 'skipped';
}

function withProblems(path: PathResult, recorded: Recorded): PathResult {
  const problems = comparePath(path, recorded.get(path.name));
  if (problems.length === 0) return path;
  return { ...path, result: 'failed', problems: [...path.problems, ...problems] };
}

function gonePaths({ paths }: WorkflowReport, recorded: Recorded): readonly string[] {
  const names = new Set(paths.map(({ name }) => name));
  return [...recorded.keys()].filter((name) => !names.has(name));
}

/** By the name of the path, which comes from a document. */
type Recorded = ReadonlyMap<string, RecordedPath>;

function recordedPaths({ workflows }: Recording, workflowId: string): Recorded {
  const found = Object.hasOwn(workflows, workflowId) ? workflows[workflowId] : undefined;
  return new Map(Object.entries(found ?? {}));
}
