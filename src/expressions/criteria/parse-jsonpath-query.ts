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
  const standard = toStandardQuery(text);
  const isOld = version === goessner;
  const query = engine.compile(isOld ? standard : text);
  if (query.ok || standard === text) return query;
  const other = engine.compile(isOld ? text : standard);
  if (!other.ok) return query;
  if (isOld) return other;
  const message = `"${text}" is JSONPath as it was before RFC 9535.`;
  const note = { code: 'OLD_JSONPATH', message, hint: `Write ${standard}.` } as const;
  return { ...other, notes: [...other.notes, note] };
}
