/** A value that is no object and no list, and where it is. */
export interface Leaf {
  readonly keys: readonly string[];
  readonly leaf: unknown;
}

/** Everything in a value that is no object and no list. */
export function leavesOf(value: unknown, keys: readonly string[] = []): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ keys, leaf: value }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...keys, key]));
}
