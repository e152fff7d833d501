import type { Analysis } from '../../analysis/findings/index.ts';
import { createReplacer } from '../../diagnostics/create-replacer.ts';
import type { Diagnostic, Range } from '../../diagnostics/index.ts';
import type { TextOf } from '../read-document.ts';
import { createCutConcealer } from './conceal-cut.ts';
import { otherSpellings } from './other-spellings.ts';
import { parsedTexts } from './parsed-texts.ts';
import { secretTexts } from './secret-texts.ts';

/** What is printed of a document, without the secrets that were found in it. */
export interface Concealed {
  readonly analysis: Analysis;
  readonly textOf: TextOf;
}

/**
 * Hides what was found to be a secret wherever it would be printed: in the lines of the text, of which
 * other findings stand in the same, and in what these say about it.
 */
export function concealSecrets(analysis: Analysis, textOf: TextOf): Concealed {
  const found = [...analysis.diagnostics, ...analysis.suppressed].filter(
    ({ code }) => code === 'SECRET_IN_DOCUMENT',
  );
  if (found.length === 0) return { analysis, textOf };
  const texts = parsedTexts(found, textOf);
  const secrets = secretTexts(found, texts);
  const replace = createReplacer(secrets, masked);
  const has = (text: string): boolean => replace(text) !== text;
  const ranges = [
    ...found.map(({ range }) => range),
    ...[...texts.values()].flatMap((text) => otherSpellings(text, has)),
  ];
  const without = createConcealer(secrets);
  return {
    analysis: {
      diagnostics: analysis.diagnostics.map(without),
      suppressed: analysis.suppressed.map(without),
    },
    textOf: createMaskedTextOf(ranges, replace, textOf),
  };
}

function createConcealer(
  secrets: ReadonlySet<string>,
): <T extends Diagnostic>(diagnostic: T) => T {
  const replace = createReplacer(secrets, () => '***');
  const replaceCut = createCutConcealer(secrets);
  const conceal = (text: string): string => replaceCut(replace(text));
  return (diagnostic) => {
    const { message, hint } = diagnostic;
    return {
      ...diagnostic,
      message: conceal(message),
      ...(hint === undefined ? {} : { hint: conceal(hint) }),
    };
  };
}

/** The texts with stars in them, each made once: many findings are in the same. */
function createMaskedTextOf(
  ranges: readonly Range[],
  replace: (text: string) => string,
  textOf: TextOf,
): TextOf {
  const texts = new Map<string, string | undefined>();
  return (diagnostic) => {
    const { uri } = diagnostic.range;
    if (!texts.has(uri)) {
      const text = textOf(diagnostic);
      const inText = ranges.filter((range) => range.uri === uri);
      texts.set(uri, text && replace(withRangesMasked(text, inText)));
    }
    return texts.get(uri);
  };
}

function withRangesMasked(text: string, ranges: readonly Range[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const range of ranges.toSorted((left, right) => left.start - right.start)) {
    const start = Math.max(range.start, done);
    if (range.end <= start) continue;
    pieces.push(text.slice(done, start), masked(text.slice(start, range.end)));
    done = range.end;
  }
  return pieces.join('') + text.slice(done);
}

/** Of the same length, so that places stay what they are. */
function masked(text: string): string {
  return text.replaceAll(/[^\s"']/gu, (character) => '*'.repeat(character.length));
}
