import type { Diagnostic, Severity } from './diagnostic.ts';
import { printable, toExcerpt } from './excerpt.ts';
import { createLineIndex } from './line-index.ts';

/** What a piece of a printed diagnostic is; a caller that wants colour gives each its own. */
export type DiagnosticPart =
  Severity | 'location' | 'code' | 'message' | 'gutter' | 'source' | 'help';

/** Decorates a piece of a printed diagnostic, for example with terminal colours. */
export type DiagnosticStyle = (part: DiagnosticPart, text: string) => string;

const severityWord = { error: 'error', warning: 'warning', info: 'note' } as const;

const plain: DiagnosticStyle = (_part, text) => text;

/**
 * Gives you a diagnostic as people read it: one line with place, severity, code and message, the
 * source line with carets when the text is at hand, and what to write instead.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  text?: string,
  style: DiagnosticStyle = plain,
): string {
  const heading = [
    style('location', locationOf(diagnostic, text)),
    style(diagnostic.severity, severityWord[diagnostic.severity]),
    style('code', diagnostic.code),
    style('message', printable(diagnostic.message)),
  ].join('  ');
  const lines = [heading];
  if (text !== undefined) lines.push(...codeFrame(diagnostic, text, style));
  if (diagnostic.hint !== undefined) {
    lines.push(`${style('help', 'help:')} ${printable(diagnostic.hint)}`);
  }
  return lines.join('\n');
}

function locationOf({ range, path }: Diagnostic, text: string | undefined): string {
  const uri = printable(range.uri);
  if (text === undefined) return path === '' ? uri : `${uri}#${printable(path)}`;
  const { line, column } = createLineIndex(text).positionAt(range.start);
  return `${uri}:${line}:${column}`;
}

function codeFrame(
  { range, severity }: Diagnostic,
  text: string,
  style: DiagnosticStyle,
): string[] {
  const index = createLineIndex(text);
  const { line, column } = index.positionAt(range.start);
  const source = index.lineAt(line);
  const start = Math.min(column - 1, source.length);
  // Of a range over several lines only the first is shown.
  const end = Math.min(start + Math.max(range.end - range.start, 1), source.length);
  const excerpt = toExcerpt(source, start, end);
  const margin = ' '.repeat(String(line).length);
  const carets = style(severity, '^'.repeat(excerpt.width));
  return [
    style('gutter', `${margin} |`),
    `${style('gutter', `${line} |`)} ${style('source', excerpt.text)}`,
    `${style('gutter', `${margin} |`)} ${' '.repeat(excerpt.indent)}${carets}`,
  ];
}
