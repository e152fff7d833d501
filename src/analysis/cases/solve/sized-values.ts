import type { Json } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';

interface Sizes {
  /** What there is now, or what there may be. */
  readonly current: Json | undefined;
  /** What its length is compared with. */
  readonly hints: readonly unknown[];
  /** An item of the list, when it is known what they are like. */
  readonly item: Json | undefined;
  readonly name: string;
}

/** Longer ones are not made. */
const longest = 1_000;

/** Values of the lengths that are asked for, and of those beside them; lists when nothing is known. */
export function sizedValues({ current, hints, item, name }: Sizes): readonly Json[] {
  const lengths = hints.map(Number).filter(Number.isInteger);
  const wanted = [...lengths, ...lengths.map((length) => length + 1), 1, 0].concat(
    lengths.map((length) => length - 1),
  );
  return [...new Set(wanted)]
    .filter((length) => length >= 0 && length <= longest)
    .map((length) => sized({ current, item, name }, length));
}

function sized({ current, item, name }: Omit<Sizes, 'hints'>, length: number): Json {
  if (typeof current === 'string')
    return current.slice(0, length).padEnd(length, `${name}-`);
  if (isObject(current)) return sizedObject(current, length);
  const items = Array.isArray(current) ? (current as readonly Json[]) : [];
  return resizedList(items, length, item ?? `${name}-1`);
}

/** A list of that length: with what it has, and with as many items more as it needs. */
export function resizedList(
  items: readonly Json[],
  length: number,
  item: Json,
): readonly Json[] {
  const more = Math.max(0, length - items.length);
  return [
    ...items.slice(0, length),
    ...Array.from({ length: more }, () => items[0] ?? item),
  ];
}

function sizedObject(object: Readonly<Record<string, Json>>, length: number): Json {
  const entries: (readonly [string, Json])[] = Object.entries(object).slice(0, length);
  while (entries.length < length) entries.push([`member${entries.length + 1}`, 'text-1']);
  return Object.fromEntries(entries);
}
