import type { Json } from './json.ts';

/** Values that a description may have when all its aliases are written out. */
const maxValues = 5_000_000;

/**
 * Says why a value with aliases is not used: because written out it has no end, or none that anybody
 * could wait for. Aliases share their value, so that this looks at each value once.
 */
export function checkExpansion(text: string, value: Json): string | undefined {
  // Without an anchor there is nothing to expand. Markdown is full of `*` and `&` of other kinds.
  if (!/(?:^|[\s,[{])&[^\s,[\]{}&]/u.test(text)) return undefined;
  const sizes = new Map<object, number>();
  const size = sizeOf(value, sizes);
  if (Number.isNaN(size)) return 'has an alias that contains itself';
  return size > maxValues ? 'is too large when its aliases are written out' : undefined;
}

/** How many values there are; `NaN` when there is no end to them. */
function sizeOf(value: Json, sizes: Map<object, number>): number {
  if (typeof value !== 'object' || value === null) return 1;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  // What is met again before it has a size contains itself.
  sizes.set(value, Number.NaN);
  const size = Object.values(value).reduce<number>(
    (sum, member) => sum + sizeOf(member as Json, sizes),
    1,
  );
  sizes.set(value, size);
  return size;
}
