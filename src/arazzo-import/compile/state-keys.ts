/**
 * Makes ids safe as state keys: XState reads `.` and `#` in targets as syntax, so whatever is not a
 * letter, a digit, `_` or `-` becomes `_`, and a key that is taken gets a number. Ids that are safe
 * keep themselves.
 */
export function toStateKeys(ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(ids.filter((id) => toSafeId(id) === id));
  const keys = new Map<string, string>();
  for (const id of ids) {
    const key = taken.has(id) ? id : freeKey(toSafeId(id), taken);
    taken.add(key);
    keys.set(id, key);
  }
  return keys;
}

/** Makes a workflowId safe as a machine id. */
export function toSafeId(id: string): string {
  const safe = id.replaceAll(/[^\p{L}\p{N}_-]/gu, '_');
  return safe === '' || safe === '__proto__' ? '_' : safe;
}

/** The first of `wanted`, `wanted_2`, `wanted_3` … that is not taken. */
export function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const key = `${wanted}_${number}`;
    if (!taken.has(key)) return key;
  }
}
