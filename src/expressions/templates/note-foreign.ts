import type { Note } from '../parsed.ts';

const roots =
  'inputs|outputs|steps|workflows|request|response|message|statusCode|url|method';

const foreign = new RegExp(
  String.raw`\$\{\s*\$?(?:${roots})\b[^{}]*\}|\{\{\s*\$?(?:${roots})\b[^{}]*\}\}`,
  'g',
);

/** Notes on `${inputs.id}` and `{{inputs.id}}`, which other languages evaluate and Arazzo does not. */
export function foreignTemplates(text: string): readonly Note[] {
  if (!text.includes('{')) return [];
  return Array.from(text.matchAll(foreign), ([found]) => ({
    code: 'FOREIGN_TEMPLATE' as const,
    message: `"${found}" is written as other template languages have it.`,
    hint: `Write "{$${found.replaceAll(/[\s{}$]/g, '')}}".`,
  }));
}
