const maxLength = 80;

/** A value in a sentence: `"ACTIVE"`, `400`, `missing`; long ones are cut. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value);
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}
