import { secretMembers } from '../../analysis/findings/checks/secrets/secrets-in-value.ts';
import { parsePointer, resolvePointer } from '../../expressions/json-pointer.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { TextWithValue } from './parsed-texts.ts';

/**
 * The texts that are secrets because of these findings: as they are written, and as they are read,
 * which is another text where there are escapes, blocks or aliases.
 */
export function secretTexts(
  found: readonly Diagnostic[],
  texts: ReadonlyMap<string, TextWithValue>,
): ReadonlySet<string> {
  return new Set(
    found.flatMap((finding) => {
      const parsed = texts.get(finding.range.uri);
      if (parsed === undefined) return [];
      return [...asWritten(finding, parsed.text), ...asRead(finding, parsed.value)];
    }),
  );
}

/** Shorter texts are found everywhere. */
const shortest = 6;

function asWritten({ range }: Diagnostic, text: string): readonly string[] {
  const written = text.slice(range.start, range.end);
  // The name of an alias is no secret.
  return written.startsWith('*')
    ? []
    : withWords(written.replaceAll(/^["']|["']$/gu, ''));
}

function asRead({ path }: Diagnostic, root: unknown): readonly string[] {
  const keys = parsePointer(path);
  const value = keys.ok ? resolvePointer(root, keys.value) : undefined;
  if (typeof value !== 'string') return [];
  const text = value.trim();
  const inJson = JSON.stringify(text).slice(1, -1);
  return [...withWords(text), ...withWords(inJson), ...partsOf(text)];
}

/** The secrets in a body or URL that is written as a text. */
function partsOf(text: string): readonly string[] {
  const [, password] = /^[a-z][a-z\d+.-]*:\/\/[^/?#@:]*:([^/?#@]+)@/iu.exec(text) ?? [];
  return [...secretMembers(text).map(([, value]) => value), password ?? ''].filter(
    ({ length }) => length >= shortest,
  );
}

/** Messages leave out the scheme of a header at times. */
function withWords(text: string): readonly string[] {
  const words = text.split(/\s+/u).filter((word) => /\d/u.test(word));
  return [text, ...words].filter(({ length }) => length >= shortest);
}
