import type { CompiledRegex, Engines } from '../engines/engines.ts';
import type { Note, Parsed } from '../parsed.ts';
import { needEngine } from './need-engine.ts';

/** A regular expression, read. `/pattern/flags` is tolerated; a flag that changes nothing is dropped. */
export function parseRegex(condition: string, engines: Engines): Parsed<CompiledRegex> {
  const engine = needEngine(engines, 'regex');
  const slashed = /^\/(.+)\/([dgimsuvy]*)$/s.exec(condition);
  if (slashed === null) return engine.compile(condition, '');
  const [, pattern = '', flags = ''] = slashed;
  const compiled = engine.compile(pattern, flags);
  if (!compiled.ok) return compiled;
  return { ...compiled, notes: [...compiled.notes, slashedNote(pattern, flags)] };
}

function slashedNote(pattern: string, flags: string): Note {
  const kept = flags.replace(/[^ims]/g, '');
  return {
    code: 'SLASHED_REGEX',
    message: 'The regular expression stands between slashes.',
    hint: `Write ${kept === '' ? '' : `(?${kept})`}${pattern}.`,
  };
}
