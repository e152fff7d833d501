import type { JsonObject } from '../../../arazzo-import/document.ts';
import { boundOf } from './sampling.ts';

/** A number that fits the parts of a schema: 1, or the one nearest to a bound. */
export function sampleNumber(parts: readonly JsonObject[], isInteger: boolean): number {
  const step = boundOf(parts, 'multipleOf', 'greatest') ?? (isInteger ? 1 : 0);
  const least = boundOf(parts, 'minimum', 'greatest') ?? -Infinity;
  const above = boundOf(parts, 'exclusiveMinimum', 'greatest') ?? -Infinity;
  const greatest = boundOf(parts, 'maximum', 'least') ?? Infinity;
  const below = boundOf(parts, 'exclusiveMaximum', 'least') ?? Infinity;
  const fits = (value: number): boolean =>
    Number.isFinite(value) &&
    value >= least &&
    value > above &&
    value <= greatest &&
    value < below;
  const middle = (Math.max(least, above) + Math.min(greatest, below)) / 2;
  const wanted = [1, least, above + 1, greatest, below - 1, 0, middle];
  const candidates = wanted.flatMap((value) =>
    step === 0 ? [value] : around(value, step),
  );
  return candidates.find(fits) ?? 1;
}

/** The multiples beside a number; whole numbers are counted in whole steps to stay exact. */
function around(value: number, step: number): readonly number[] {
  const count = Math.round(value / step);
  return [count, count + 1, count - 1].map((each) => each * step);
}
