import type { Json } from '../document.ts';

/** How many values a value consists of, and how deeply they are nested. */
export interface Extent {
  readonly size: number;
  readonly height: number;
}

/** Gives you the extent of a value; a scalar and an empty array have size 1 and height 0. */
export function measure(value: Json): Extent {
  let size = 1;
  let height = 0;
  if (typeof value === 'object' && value !== null) {
    for (const child of Object.values(value)) {
      const extent = measure(child);
      size += extent.size;
      height = Math.max(height, extent.height + 1);
    }
  }
  return { size, height };
}
