import type { DiagnosticCode } from '../../../diagnostics/index.ts';

/** The extension that silences findings at or below the object that it stands in. */
export const ignoreExtension = 'x-arazzo-xstate-ignore';

/** One code that is silenced at a place, and why. */
export interface IgnoreEntry {
  readonly code: DiagnosticCode;
  readonly reason: string;
  /** JSON Pointer to the object that it is said of. */
  readonly at: string;
  /** JSON Pointer to the entry itself. */
  readonly path: string;
}
