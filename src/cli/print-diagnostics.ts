import { formatDiagnostic } from '../diagnostics/index.ts';
import type {
  Diagnostic,
  DiagnosticPart,
  DiagnosticStyle,
} from '../diagnostics/index.ts';
import type { Output } from './io.ts';
import type { TextOf } from './read-document.ts';
import { createStyle } from './style.ts';
import type { Style } from './style.ts';

type Look = Parameters<Style>[0];

const looks: Partial<Record<DiagnosticPart, Look>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  code: 'dim',
  message: 'bold',
  gutter: 'dim',
  help: 'cyan',
};

/** Prints diagnostics for people, with the lines of the texts that they are about. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  textOf: TextOf,
  output: Output,
): void {
  const style = createStyle(output);
  const decorate: DiagnosticStyle = (part, piece) => {
    const look = looks[part];
    return look === undefined ? piece : style(look, piece);
  };
  for (const diagnostic of diagnostics) {
    const text = textOf(diagnostic);
    output.write(`${formatDiagnostic(diagnostic, text, decorate)}\n\n`);
  }
}

/** Says how many there are: `2 errors, 1 warning`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = diagnostics.filter(
      (diagnostic) => diagnostic.severity === severity,
    ).length;
    if (count === 0) return [];
    return [
      `${count} ${severity === 'info' ? 'note' : severity}${count === 1 ? '' : 's'}`,
    ];
  });
  return counts.length === 0 ? 'no problems' : counts.join(', ');
}
