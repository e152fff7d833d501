import { isArrayIndex } from '../../../expressions/own-value.ts';
import type { Sketch } from './sketch.ts';

/**
 * What is known about a value after a replacement; `undefined` when there is no such place. A member
 * that is missing is added, as `applyReplacements` does it.
 */
export function replaceInSketch(
  sketch: Sketch,
  keys: readonly string[],
  value: Sketch,
): Sketch | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (sketch.kind === 'unknown') return sketch;
  if (sketch.kind === 'object') {
    const inner = replaceMember(sketch.members.get(key), rest, value);
    if (inner === undefined) return undefined;
    return { kind: 'object', members: new Map([...sketch.members, [key, inner]]) };
  }
  if (sketch.kind !== 'array') return undefined;
  const index = key === '-' ? sketch.items.length : Number(key);
  if ((key !== '-' && !isArrayIndex(key)) || index > sketch.items.length)
    return undefined;
  const inner = replaceMember(sketch.items[index], rest, value);
  if (inner === undefined) return undefined;
  const items = [...sketch.items];
  items[index] = inner;
  return { kind: 'array', items };
}

function replaceMember(
  member: Sketch | undefined,
  keys: readonly string[],
  value: Sketch,
): Sketch | undefined {
  if (keys.length === 0) return value;
  return member === undefined ? undefined : replaceInSketch(member, keys, value);
}
