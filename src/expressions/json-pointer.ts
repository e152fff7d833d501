import { ownValue } from './own-value.ts';
import { attempt, fail } from './parsed.ts';
import type { Parsed } from './parsed.ts';

/**
 * Reads a JSON Pointer (RFC 6901) into its keys; `''` is the whole document and has none.
 */
export function parsePointer(text: string): Parsed<readonly string[]> {
  return attempt(() => {
    if (text === '') return [];
    if (!text.startsWith('/')) {
      fail(`The JSON Pointer "${text}" does not begin with "/".`, 0, `Write "/${text}".`);
    }
    const stray = text.search(/~(?![01])/);
    if (stray >= 0) {
      fail(
        `"~" must be followed by 0 or 1 in a JSON Pointer.`,
        stray,
        'Write "~0" for "~".',
      );
    }
    return text.slice(1).split('/').map(unescapeKey);
  });
}

/** The JSON Pointer that has these keys. */
export function formatPointer(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${escapeKey(String(key))}`).join('');
}

/** The value that the keys of a pointer lead to, or `undefined`. */
export function resolvePointer(root: unknown, keys: readonly string[]): unknown {
  let value = root;
  for (const key of keys) value = ownValue(value, key);
  return value;
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapeKey(key: string): string {
  return key.includes('~') ? key.replaceAll('~1', '/').replaceAll('~0', '~') : key;
}
