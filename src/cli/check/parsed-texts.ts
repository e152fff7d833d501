import { parseText } from '../../arazzo-import/parse/parse-text.ts';
import type { ParsedText } from '../../arazzo-import/parse/parse-text.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { TextOf } from '../read-document.ts';

/** A text with what was read from it. */
export interface TextWithValue extends ParsedText {
  readonly text: string;
}

/** The texts that findings are in, by what they are called. */
export function parsedTexts(
  found: readonly Diagnostic[],
  textOf: TextOf,
): ReadonlyMap<string, TextWithValue> {
  const texts = new Map<string, TextWithValue>();
  for (const finding of found) {
    const { uri } = finding.range;
    const text = textOf(finding);
    if (text === undefined || texts.has(uri)) continue;
    texts.set(uri, { text, ...parseText(text, uri) });
  }
  return texts;
}
