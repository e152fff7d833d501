import type { DiagnosticCode } from './codes.ts';

/** How bad it is: an `error` makes the document or the call unusable, the others do not. */
export type Severity = 'error' | 'warning' | 'info';

/** A stretch of a text, as offsets from its beginning. Lines and columns are computed when printed. */
export interface Range {
  /** The file or URL that the text came from, as the caller named it. */
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** One thing that is wrong, doubtful or worth knowing about a document. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What was found, and where, in a sentence. */
  readonly message: string;
  readonly range: Range;
  /** JSON Pointer (RFC 6901) to the value in the document; `''` is the whole document. */
  readonly path: string;
  /** What to write instead. */
  readonly hint?: string;
}
