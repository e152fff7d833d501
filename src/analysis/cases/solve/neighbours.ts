import type { Json } from '../../../arazzo-import/document.ts';

/** A value that something is compared with, and values beside it; those that are equal to it first. */
export function neighboursOf(value: unknown): readonly Json[] {
  if (typeof value === 'number')
    return [value, value + 1, value - 1, value + 0.5, value - 0.5, String(value)];
  if (typeof value === 'string')
    return [value, ...convertedTexts(value), `${value}-2`, [value]];
  if (typeof value === 'boolean') return [value, !value, String(value)];
  if (Array.isArray(value)) return [...(value as Json[]), value as Json[]];
  return value === undefined ? [] : [value as Json];
}

/** Services answer with numbers where documents write texts, and with capitals. */
function convertedTexts(text: string): readonly Json[] {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return [
    ...(Number.isNaN(number) ? [] : [number, number + 1, number - 1]),
    ...(text === 'true' || text === 'false' ? [text === 'true'] : []),
    text.toUpperCase(),
    text.toLowerCase(),
  ];
}
