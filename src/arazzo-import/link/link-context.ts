import type { Report } from '../../diagnostics/index.ts';
import type { Engines } from '../../expressions/index.ts';
import type { OperationReference } from '../../services/service.ts';
import type { ArazzoDocument } from '../document.ts';

/** What every part of the linker needs. */
export interface LinkContext {
  readonly document: ArazzoDocument;
  /** By source name; a source that could not be read is not in it. */
  readonly operations: ReadonlyMap<string, SourceOperations>;
  readonly engines: Engines;
  readonly report: Report;
}

/** The operations of a source, as far as linking needs them. */
export interface SourceOperations {
  /** For hints. */
  readonly operationIds: readonly string[];
  /** The operation with everything that the source knows about its identity, if it has it. */
  readonly find: (reference: OperationReference) => OperationReference | undefined;
}
