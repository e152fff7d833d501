import type { Analysis } from '../../analysis/findings/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { TextOf } from '../read-document.ts';

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
  const secrets = found.flatMap((each) => secretsAt(each, textOf(each) ?? ''));
  return {
    analysis: {
      diagnostics: analysis.diagnostics.map((each) => without(secrets, each)),
      suppressed: analysis.suppressed.map((each) => without(secrets, each)),
    },
    textOf: (diagnostic) => {
      const inText = found.filter(({ range }) => range.uri === diagnostic.range.uri);
      return inText.reduce(masked, textOf(diagnostic));
    },
  };
}

/** Of the same length, so that places stay what they are. */
function masked(text: string | undefined, { range }: Diagnostic): string | undefined {
  if (text === undefined) return undefined;
  const hidden = text.slice(range.start, range.end).replaceAll(/[^\s"']/gu, stars);
  return text.slice(0, range.start) + hidden + text.slice(range.end);
}

function stars(character: string): string {
  return '*'.repeat(character.length);
}

/** Messages cut long values, and leave out the scheme of a header at times. */
const shown = 50;

function secretsAt({ range }: Diagnostic, text: string): readonly string[] {
  const written = text.slice(range.start, range.end).replaceAll(/^["']|["']$/gu, '');
  const words = written.split(/\s+/u).filter((word) => /\d/u.test(word));
  return [written, ...words]
    .filter(({ length }) => length >= 6)
    .flatMap((each) => [each, each.slice(0, shown)]);
}

function without<T extends Diagnostic>(secrets: readonly string[], diagnostic: T): T {
  const { message, hint } = diagnostic;
  const conceal = (text: string): string =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  return {
    ...diagnostic,
    message: conceal(message),
    ...(hint === undefined ? {} : { hint: conceal(hint) }),
  };
}
