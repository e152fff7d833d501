import type { PathResult } from '../run-paths/path-result.ts';

/** Paths that were skipped for the same reason. */
export interface SkippedGroup {
  readonly reason: string;
  readonly paths: readonly PathResult[];
}

/** Skipped paths with the same reason together. */
export function groupSkipped(skipped: readonly PathResult[]): readonly SkippedGroup[] {
  const groups = new Map<string, PathResult[]>();
  for (const path of skipped) {
    const { reason = '' } = path;
    groups.set(reason, [...(groups.get(reason) ?? []), path]);
  }
  return [...groups].map(([reason, paths]) => ({ reason, paths }));
}
