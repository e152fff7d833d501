import type { Diagnostic, Range } from '../../diagnostics/index.ts';
import type { ArazzoDocument, Json } from '../document.ts';
import type { Target } from './locate.ts';
import { parseRoot } from './parse-root.ts';
import { parseText } from './parse-text.ts';
import type { ParsedText } from './parse-text.ts';
import type { Problem } from './place.ts';
import { readVersion } from './read-version.ts';

/** An Arazzo document read from a text, as far as it could be understood. */
export interface ParsedDocument {
  /** Without the parts that are unusable; absent when the whole text is. */
  readonly document?: ArazzoDocument;
  /** Everything that is wrong, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where the value of a JSON Pointer stands in the text, or its key. */
  readonly rangeAt: (path: string, target?: Target) => Range;
}

/**
 * Gives you the Arazzo document that a JSON or YAML text holds, checked for its shape, and every
 * problem found on the way. Never throws, whatever the text is. References are not followed.
 *
 * @param uri - what to call the text in diagnostics, usually its file name or URL
 */
export function parseDocument(text: string, uri: string): ParsedDocument {
  const parsed = parseText(text, uri);
  const { rangeAt } = parsed;
  const found: Diagnostic[] = [...parsed.diagnostics];
  const document =
    parsed.value === undefined
      ? undefined
      : readDocument(parsed.value, text, parsed, (problem) => {
          found.push(toDiagnostic(problem, rangeAt));
        });
  const diagnostics = found.toSorted(
    (left, right) => left.range.start - right.range.start,
  );
  return document ? { document, diagnostics, rangeAt } : { diagnostics, rangeAt };
}

function readDocument(
  value: Json,
  text: string,
  { rangeAt }: ParsedText,
  report: (problem: Problem) => void,
): ArazzoDocument | undefined {
  const sourceAt = (path: string): string => {
    const { start, end } = rangeAt(path);
    return text.slice(start, end);
  };
  const version = readVersion({
    value,
    path: '',
    context: { version: '1.1', report, sourceAt },
  });
  if (version === undefined) return undefined;
  return parseRoot({ value, path: '', context: { version, report, sourceAt } });
}

function toDiagnostic(
  { target, severity = 'error', ...problem }: Problem,
  rangeAt: ParsedText['rangeAt'],
): Diagnostic {
  return { ...problem, severity, range: rangeAt(problem.path, target) };
}
