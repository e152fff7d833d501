import type { Case } from '../case.ts';

/** A case before it has its name for good. */
export interface FoundCase extends Omit<Case, 'name'> {
  /** What it is called when no other case is called so. */
  readonly plainName: string;
  /** What tells it from others that are called so. */
  readonly detail: string;
}

/** Cases with names that are unique: those that share one get what tells them apart. */
export function nameCases(found: readonly FoundCase[]): readonly Case[] {
  const counts = new Map<string, number>();
  for (const { plainName } of found)
    counts.set(plainName, (counts.get(plainName) ?? 0) + 1);
  const taken = new Set<string>();
  return found.map(({ plainName, detail, kind, reason, reply }) => {
    const isShared = (counts.get(plainName) ?? 0) > 1 && detail !== '';
    const name = uniqueName(isShared ? `${plainName} ${detail}` : plainName, taken);
    taken.add(name);
    return { name, kind, reason, reply };
  });
}

function uniqueName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name} (${count})`;
    if (!taken.has(candidate)) return candidate;
  }
}
