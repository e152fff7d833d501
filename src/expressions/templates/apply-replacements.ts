import { isStructured } from '../json.ts';
import { parsePointer } from '../json-pointer.ts';
import { isArrayIndex, ownValue } from '../own-value.ts';

/** What to set where in a payload. */
export interface Replacement {
  /** JSON Pointer (RFC 6901) into the payload; `''` replaces all of it. */
  readonly pointer: string;
  /** `undefined`: there is no value, nothing is replaced. */
  readonly value: unknown;
}

/** A replacement that could not be made. */
export interface ReplacementProblem {
  readonly pointer: string;
  readonly message: string;
}

/** What {@link applyReplacements} returns. */
export interface Replaced {
  readonly payload: unknown;
  readonly problems: readonly ReplacementProblem[];
}

/**
 * The payload with values set in it, one after the other. The payload given is not changed.
 *
 * A member that is missing is added; `-` and the index after the last add an item to an array. A
 * replacement whose parent is missing is left out and reported.
 */
export function applyReplacements(
  payload: unknown,
  replacements: readonly Replacement[],
): Replaced {
  const problems: ReplacementProblem[] = [];
  let result = payload;
  for (const { pointer, value } of replacements) {
    const parsed = parsePointer(pointer);
    const outcome = parsed.ok ? set(result, parsed.value, value) : parsed.error.message;
    if (typeof outcome === 'string') problems.push({ pointer, message: outcome });
    else result = outcome.value;
  }
  return { payload: result, problems };
}

/** The changed copy, or why there is none. */
type Outcome = { readonly value: unknown } | string;

/** Copies only what lies on the way. */
function set(target: unknown, keys: readonly string[], value: unknown): Outcome {
  if (value === undefined) return { value: target };
  const [key, ...rest] = keys;
  if (key === undefined) return { value };
  if (!isStructured(target)) return `There is nothing that could have a member "${key}".`;
  const at = Array.isArray(target) && key === '-' ? String(target.length) : key;
  if (Array.isArray(target) && (!isArrayIndex(at) || Number(at) > target.length)) {
    return `"${key}" is no index of an array with ${target.length} items.`;
  }
  const inner = rest.length === 0 ? { value } : set(ownValue(target, at), rest, value);
  return typeof inner === 'string' ? inner : { value: copyWith(target, at, inner.value) };
}

function copyWith(target: object, key: string, value: unknown): unknown {
  if (Array.isArray(target)) {
    const items: unknown[] = target.slice();
    items[Number(key)] = value;
    return items;
  }
  // fromEntries defines members, so that a key `__proto__` is a member like any other.
  return Object.fromEntries([...Object.entries(target), [key, value]]);
}
