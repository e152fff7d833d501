import type { Report } from '../../diagnostics/index.ts';
import type { Engines } from '../../expressions/index.ts';
import type { OperationReference } from '../../services/service.ts';
import type { ArazzoDocument } from '../document.ts';
import type { DocumentUnit } from '../sources/document-unit.ts';
import type { ReadText } from './create-text-reader.ts';

/** What every part of the linker needs. */
export interface LinkContext {
  readonly unit: DocumentUnit;
  /** That of the unit. */
  readonly document: ArazzoDocument;
  /** Reports in that document. */
  readonly report: Report;
  readonly engines: Engines;
  /** Reads a text for the expressions in it. */
  readonly readText: (text: string) => ReadText;
  readonly options: LinkOptions;
}

/** Choices where the specification leaves one. */
export interface LinkOptions {
  /**
   * Whether an action of a step stands in for the workflow's action of the same name (`by-name`), or
   * for all of them (`replace`). @default 'by-name'
   */
  readonly actionMerge?: 'by-name' | 'replace';
}

/** The operations of a source, as far as linking needs them. */
export interface SourceOperations {
  /** For hints. */
  readonly operationIds: readonly string[];
  /** The operation with everything that the source knows about its identity, if it has it. */
  readonly find: (reference: OperationReference) => OperationReference | undefined;
}
