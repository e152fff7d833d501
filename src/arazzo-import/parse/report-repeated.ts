import { describeValue } from './describe-value.ts';
import type { ObjectReader } from './object-reader.ts';

/** Warns about items of a list that are the same as an earlier one, which changes nothing. */
export function reportRepeated(owner: ObjectReader, field: string): void {
  const items = owner.raw(field);
  if (!Array.isArray(items) || items.length < 2) return;
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const text = JSON.stringify(item);
    if (seen.has(text)) {
      owner.report({
        code: 'REPEATED_ITEM',
        severity: 'warning',
        message: `${owner.title} has ${describeValue(item)} in "${field}" more than once.`,
        field: [field, index],
        hint: 'Remove it.',
      });
    }
    seen.add(text);
  }
}
