import type { PathResult } from '../run-paths/path-result.ts';

/** Paths that failed in the same way. */
export interface FailureGroup {
  readonly first: PathResult;
  readonly others: readonly PathResult[];
}

/** Failed paths with the same problems together: one mistake in a document spoils many paths. */
export function groupFailures(failed: readonly PathResult[]): readonly FailureGroup[] {
  const groups = new Map<string, { first: PathResult; others: PathResult[] }>();
  for (const path of failed) {
    const key = keyOf(path);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: path, others: [] });
    else group.others.push(path);
  }
  return [...groups.values()];
}

/** Where on a path a problem was seen, and how often, depends on the path. */
function keyOf({ problems }: PathResult): string {
  const keys = problems.map(({ kind, message, expected, actual }) =>
    JSON.stringify({ kind, message, expected, actual }),
  );
  return JSON.stringify([...new Set(keys)].toSorted());
}
