import type { Json } from '../../document.ts';

/** A value for a message; long ones are cut. */
export function showJson(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
