import { parsePointer } from '../expressions/index.ts';

/** The last key of a JSON Pointer; `''` when it has none. */
export function pointerTail(pointer: string): string {
  const keys = parsePointer(pointer);
  return (keys.ok ? keys.value.at(-1) : undefined) ?? '';
}
