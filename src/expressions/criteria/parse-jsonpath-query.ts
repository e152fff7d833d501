import type { CompiledQuery, Engines } from '../engines/engines.ts';
import type { Parsed } from '../parsed.ts';
import { needEngine } from './need-engine.ts';
import { toStandardQuery } from './to-standard-query.ts';

/** The JSONPath of before RFC 9535, as documents name it. */
export const goessner = 'draft-goessner-dispatch-jsonpath-00';

/**
 * A JSONPath query, read. What only the old draft has is translated to RFC 9535, and nothing is
 * ever evaluated as code; a document that does not ask for the draft gets a note.
 */
export function parseJsonPathQuery(
  text: string,
  engines: Engines,
  version?: string,
): Parsed<CompiledQuery> {
  const engine = needEngine(engines, 'jsonpath');
  const query = engine.compile(text);
  if (query.ok) return query;
  const standard = toStandardQuery(text);
  if (standard === text) return query;
  const translated = engine.compile(standard);
  if (!translated.ok) return query;
  if (version === goessner) return translated;
  const message = `"${text}" is JSONPath as it was before RFC 9535.`;
  const note = { code: 'OLD_JSONPATH', message, hint: `Write ${standard}.` } as const;
  return { ...translated, notes: [...translated.notes, note] };
}
