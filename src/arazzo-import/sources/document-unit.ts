import type { AsyncApiIndex, UnsupportedAsyncApi } from '../../asyncapi/index.ts';
import type { Diagnostic, Report } from '../../diagnostics/index.ts';
import type { ArazzoDocument, SourceDescription } from '../document.ts';
import type { SourceOperations } from '../link/link-context.ts';
import type { OpenApiIndex } from './index-openapi.ts';

/** A document of an import, with its sources. */
export interface DocumentUnit {
  /**
   * `''` for the document that is imported, else the source names that lead to it, joined with a dot:
   * `auth`, `auth.idp`.
   */
  readonly name: string;
  /** What diagnostics call it. */
  readonly uri: string;
  /** Where it was read. */
  readonly location: string;
  /** What its relative references are relative to: `$self`, else {@link location}. */
  readonly base: string;
  readonly text: string;
  readonly document: ArazzoDocument;
  readonly rangeAt: (path: string, target?: 'value' | 'key') => Diagnostic['range'];
  readonly report: Report;
  /** What was found wrong with it so far; grows with each {@link report}. */
  readonly diagnostics: readonly Diagnostic[];
  /** By the name that this document gives them; all of them, whether they could be read or not. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** A source description and what became of it. */
export type Source = OpenApiSource | ArazzoSource | AsyncApiSource;

interface SourceBase {
  readonly description: SourceDescription;
  /**
   * Unique in the import, the same for the same description: the name in the imported document;
   * elsewhere the name that the imported document gives to the same URL, else `<unit>.<name>`.
   */
  readonly key: string;
  /** Where it was found; absent when it was not read. */
  readonly uri?: string;
}

export interface OpenApiSource extends SourceBase {
  readonly kind: 'openapi';
  /** Absent when nothing is known about them: any operation may be there. */
  readonly operations?: SourceOperations;
  readonly openapi?: OpenApiIndex;
}

export interface ArazzoSource extends SourceBase {
  readonly kind: 'arazzo';
  /** Absent when it could not be read, or when nothing uses it. Documents may refer to each other. */
  readonly unit?: DocumentUnit;
}

export interface AsyncApiSource extends SourceBase {
  readonly kind: 'asyncapi';
  readonly asyncapi?: AsyncApiIndex | UnsupportedAsyncApi;
}
