import type { DiagnosticCode, Severity } from '../../diagnostics/index.ts';
import type { ArazzoDocument, Json } from '../document.ts';
import type { Target } from './locate.ts';

/** Something wrong at a place of the document; where that is in the text is looked up later. */
export interface Problem {
  readonly code: DiagnosticCode;
  /** @default 'error' */
  readonly severity?: Severity;
  readonly message: string;
  readonly path: string;
  /** @default 'value' */
  readonly target?: Target;
  readonly hint?: string;
}

/** What all parts of one document are read with. */
export interface ReadContext {
  readonly version: ArazzoDocument['version'];
  readonly report: (problem: Problem) => void;
  /** The text of the value at a path, as the author wrote it. */
  readonly sourceAt: (path: string) => string;
}

/** A value of the document, not read yet. */
export interface Place {
  readonly value: Json;
  readonly path: string;
  readonly context: ReadContext;
}
