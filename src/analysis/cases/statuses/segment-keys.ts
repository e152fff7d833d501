import type { Key, QuerySegment, QuerySelector } from '../../../expressions/index.ts';

/** The keys that a query follows, with the first item for any; `undefined` when it looks everywhere. */
export function keysOfSegments(
  segments: readonly QuerySegment[],
): readonly Key[] | undefined {
  const keys = segments.map(({ kind, selectors: [first, ...others] }) =>
    kind === 'child' && others.length === 0 && first !== undefined
      ? keyOf(first)
      : undefined,
  );
  return keys.includes(undefined) ? undefined : keys.flatMap((key) => key ?? []);
}

function keyOf(selector: QuerySelector): Key {
  if (selector.kind === 'name') return selector.name;
  return selector.kind === 'index' ? Math.max(selector.index, 0) : 0;
}
