import type { Json } from '../../arazzo-import/document.ts';

/** A place at which two JSON values differ. */
export interface JsonDifference {
  /** JSON Pointer; `''` for the values as a whole. */
  readonly at: string;
  /** Absent when only the other one has something there. */
  readonly expected?: Json;
  readonly actual?: Json;
}

/** The places at which two JSON values differ, as deep as they can be told. */
export function jsonDifferences(
  expected: Json | undefined,
  actual: Json | undefined,
  at = '',
): readonly JsonDifference[] {
  if (expected === actual) return [];
  const [left, right] = [membersOf(expected), membersOf(actual)];
  const isSameKind = Array.isArray(expected) === Array.isArray(actual);
  if (left === undefined || right === undefined || !isSameKind)
    return [
      {
        at,
        ...(expected === undefined ? {} : { expected }),
        ...(actual === undefined ? {} : { actual }),
      },
    ];
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].flatMap((name) =>
    jsonDifferences(left.get(name), right.get(name), `${at}/${toToken(name)}`),
  );
}

function membersOf(value: Json | undefined): ReadonlyMap<string, Json> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value) as readonly (readonly [string, Json])[]);
}

function toToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
