import type { EngineName } from '../engines/engines.ts';
import { isStructured } from '../json.ts';
import type { Json } from '../json.ts';
import { languageVersions } from '../language-versions.ts';
import { problem } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';

/** The language of a selector or of the target of a replacement. */
export interface SelectorLanguage {
  readonly type: 'jsonpath' | 'jsonpointer' | 'xpath';
  /** @default 'rfc9535', 'rfc6901' or 'xpath-31' */
  readonly version?: string;
}

/** The language that a `type` names: a word, or an Expression Type Object of Arazzo 1.1. */
export function parseSelectorLanguage(type: Json): Parsed<SelectorLanguage> {
  const { type: word, version } = isStructured(type)
    ? type
    : { type, version: undefined };
  if (!isSelectorType(word)) {
    const hint = `Use one of ${Object.keys(languageVersions).join(', ')}.`;
    return problem({
      message: `${show(word)} is no type of selectors.`,
      offset: 0,
      hint,
    });
  }
  if (version === undefined) return { ok: true, value: { type: word }, notes: [] };
  if (typeof version === 'string' && languageVersions[word].includes(version)) {
    return { ok: true, value: { type: word, version }, notes: [] };
  }
  const message = `${show(version)} is no version of ${word}.`;
  const hint = `Use ${languageVersions[word].join(' or ')}.`;
  return problem({ message, offset: 0, hint, field: 'version' });
}

/** The engines that selectors of a language need; those of type `jsonpointer` need none. */
export function enginesForSelector(
  { type }: SelectorLanguage,
  selector: string,
): readonly EngineName[] {
  if (type === 'jsonpointer') return [];
  const hasPatterns = /\b(?:match|search|matches|replace|tokenize)\s*\(|=~/.test(
    selector,
  );
  return hasPatterns ? [type, 'regex'] : [type];
}

function isSelectorType(word: unknown): word is SelectorLanguage['type'] {
  return typeof word === 'string' && Object.hasOwn(languageVersions, word);
}

function show(value: unknown): string {
  return value === undefined ? 'Nothing' : JSON.stringify(value);
}
