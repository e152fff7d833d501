import { parsePointer, resolvePointer } from '../expressions/index.ts';

/** The value that a JSON Pointer leads to, or `undefined`. */
export function valueAt(root: unknown, pointer: string): unknown {
  const keys = parsePointer(pointer);
  return keys.ok ? resolvePointer(root, keys.value) : undefined;
}
