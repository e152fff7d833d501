import { jsonDifferences } from './json-differences.ts';
import type { RecordedPath, RecordedPaths, Recording } from './recording.ts';

/** What a new recording does to an old one. */
export interface RecordingChange {
  readonly recording: Recording;
  /** How many paths there are, of all workflows. */
  readonly paths: number;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

/**
 * Puts a new recording in the place of an old one. Workflows that were not run this time stay, as long
 * as the document has them.
 *
 * @param workflowIds - of the document
 */
export function mergeRecordings(
  old: Recording | undefined,
  now: Recording,
  workflowIds: readonly string[],
): RecordingChange {
  const kept = Object.entries(old?.workflows ?? {}).filter(
    ([id]) => workflowIds.includes(id) && !Object.hasOwn(now.workflows, id),
  );
  const merged = [...kept, ...Object.entries(now.workflows)];
  const workflows = Object.fromEntries(
    merged.toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
  const [before, after] = [pathsOf(old?.workflows ?? {}), pathsOf(workflows)];
  const both = [...after].filter(([name]) => before.has(name));
  return {
    recording: { version: 1, workflows },
    paths: after.size,
    added: after.size - both.length,
    changed: both.filter(([name, path]) => isDifferent(before.get(name), path)).length,
    gone: before.size - both.length,
  };
}

/** All paths, by names that are unique over workflows. */
function pathsOf(
  workflows: Readonly<Record<string, RecordedPaths>>,
): ReadonlyMap<string, RecordedPath> {
  return new Map(
    Object.entries(workflows).flatMap(([id, paths]) =>
      Object.entries(paths).map(
        ([name, path]) => [JSON.stringify([id, name]), path] as const,
      ),
    ),
  );
}

function isDifferent(left: RecordedPath | undefined, right: RecordedPath): boolean {
  return jsonDifferences(toJson(left), toJson(right)).length > 0;
}

function toJson(path: RecordedPath | undefined): Parameters<typeof jsonDifferences>[0] {
  if (path === undefined) return undefined;
  const { inputs, outputs, steps, criteria, waits, end } = path;
  const requests = path.requests.map((request) => ({ ...request }));
  return { inputs, outputs, steps, criteria, waits, end, requests };
}
