import type { Diagnostic, DiagnosticCode, Severity } from '../../diagnostics/index.ts';

/** How bad diagnostics of a code are; `off` leaves them out. */
export type Severities = Readonly<Partial<Record<DiagnosticCode, Severity | 'off'>>>;

/**
 * Diagnostics with the severities that a caller wants. What is an error by itself stays one: what it
 * stands in cannot be used.
 */
export function withSeverities(
  diagnostics: readonly Diagnostic[],
  severities: Severities,
): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const wanted = severities[diagnostic.code];
    if (wanted === undefined || diagnostic.severity === 'error') return [diagnostic];
    return wanted === 'off' ? [] : [{ ...diagnostic, severity: wanted }];
  });
}
