import type { Selector } from '../selectors/compile-selector.ts';
import { isStructured } from '../json.ts';
import { parsePointer } from '../json-pointer.ts';
import { isArrayIndex, ownValue } from '../own-value.ts';
import type { Key } from '../own-value.ts';
import { toText } from './to-text.ts';

/** What to set where in a payload. */
export type Replacement = PointerReplacement | SelectorReplacement;

interface PointerReplacement {
  /** JSON Pointer (RFC 6901) into the payload; `''` replaces all of it. */
  readonly pointer: string;
  /** `undefined`: there is no value, nothing is replaced. */
  readonly value: unknown;
}

/** Every node that is selected gets the value. */
interface SelectorReplacement {
  /** As the document writes it. */
  readonly target: string;
  /** `compileSelector` makes it; `undefined` when it cannot be read with the values in it. */
  readonly selector: Selector | undefined;
  /** `undefined`: there is no value, nothing is replaced. */
  readonly value: unknown;
}

/** A replacement that could not be made. */
export interface ReplacementProblem {
  /** The target, in whatever language it is. */
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
 * A pointer to a member that is missing adds it; `-` and the index after the last add an item to
 * an array. JSONPath and XPath replace every node that they select: XPath in a payload that is XML
 * text, where the text of elements and attributes is set. What has no place is left out and
 * reported.
 */
export function applyReplacements(
  payload: unknown,
  replacements: readonly Replacement[],
): Replaced {
  const problems: ReplacementProblem[] = [];
  let result = payload;
  for (const replacement of replacements) {
    const outcome = apply(result, replacement);
    if (typeof outcome === 'string') {
      const pointer = 'pointer' in replacement ? replacement.pointer : replacement.target;
      problems.push({ pointer, message: outcome });
    } else result = outcome.value;
  }
  return { payload: result, problems };
}

function apply(payload: unknown, replacement: Replacement): Outcome {
  const { value } = replacement;
  if (value === undefined) return { value: payload };
  if ('pointer' in replacement) {
    const parsed = parsePointer(replacement.pointer);
    return parsed.ok ? set(payload, parsed.value, value) : parsed.error.message;
  }
  const { selector, target } = replacement;
  if (selector === undefined) {
    return `The target "${target}" cannot be read with the values in it.`;
  }
  if (selector.type === 'jsonpointer') return set(payload, selector.pointer, value);
  return selector.type === 'jsonpath'
    ? setSelected(payload, { selector, target, value })
    : setInXml(payload, { selector, target, value });
}

interface Setting<T extends Selector['type']> {
  readonly selector: Extract<Selector, { readonly type: T }>;
  readonly target: string;
  readonly value: unknown;
}

function setSelected(
  payload: unknown,
  { selector, target, value }: Setting<'jsonpath'>,
): Outcome {
  const places = outermost(selector.query.all(payload).map(({ keys }) => keys));
  if (places.length === 0) return `The target "${target}" selects nothing.`;
  let result = payload;
  for (const keys of places) {
    const outcome = set(result, keys.map(String), value);
    if (typeof outcome === 'string') return outcome;
    result = outcome.value;
  }
  return { value: result };
}

/** What stands in something that is replaced is replaced with it. */
function outermost(places: readonly (readonly Key[])[]): readonly (readonly Key[])[] {
  const all = new Set(places.map((keys) => JSON.stringify(keys)));
  return places.filter((keys) =>
    keys.every((_, length) => !all.has(JSON.stringify(keys.slice(0, length)))),
  );
}

function setInXml(
  payload: unknown,
  { selector, target, value }: Setting<'xpath'>,
): Outcome {
  if (typeof payload !== 'string') return 'XPath is for payloads that are XML.';
  if (isStructured(value)) {
    return `An object or array cannot be put into XML, at "${target}".`;
  }
  try {
    const { xml, count } = selector.xpath.replace(payload, toText(value));
    return count > 0 ? { value: xml } : `The target "${target}" selects nothing.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The changed copy, or why there is none. */
type Outcome = { readonly value: unknown } | string;

/** Copies only what lies on the way. */
function set(target: unknown, keys: readonly string[], value: unknown): Outcome {
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
