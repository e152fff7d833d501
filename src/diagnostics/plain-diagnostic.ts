import type { DiagnosticCode } from './codes.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { createLineIndex } from './line-index.ts';

/** A diagnostic for programs that read JSON: lines and columns in place of offsets, both from 1. */
export interface PlainDiagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly hint?: string;
}

/** Gives you the diagnostic in a form that other programs can use without the text. */
export function toPlainDiagnostic(diagnostic: Diagnostic, text: string): PlainDiagnostic {
  const { code, severity, message, range, path, hint } = diagnostic;
  const { line, column } = createLineIndex(text).positionAt(range.start);
  const plain = { code, severity, message, file: range.uri, line, column, path };
  return hint === undefined ? plain : { ...plain, hint };
}
