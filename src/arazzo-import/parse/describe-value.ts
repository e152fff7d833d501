import type { Json } from '../document.ts';

const longest = 40;

/** Gives you a few words for a value in a message: `the number 1`, `an array`. */
export function describeValue(value: Json): string {
  if (value === null) return 'nothing';
  if (typeof value === 'object') return Array.isArray(value) ? 'an array' : 'an object';
  if (typeof value !== 'string') return `the ${typeof value} ${value}`;
  const shown = value.length > longest ? `${value.slice(0, longest)}…` : value;
  return JSON.stringify(shown);
}
