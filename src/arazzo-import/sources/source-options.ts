import type { SourceOperations } from '../link/link-context.ts';
import type { SourceUse } from './source-use.ts';

/** How the documents that a document refers to become known. */
export interface SourceOptions {
  /**
   * Reads a source description or another document. Rejects when it cannot be read; the error's
   * message, and its `hint` when it has one, are shown. Without it nothing is read.
   */
  readonly read?: ReadSource;
  /**
   * What the caller knows about a source by itself. A source that it knows is not read.
   */
  readonly known?: (
    use: SourceUse,
  ) => SourceOperations | undefined | Promise<SourceOperations | undefined>;
  /** What the caller knows about a source whose description cannot be read. */
  readonly fallback?: (use: SourceUse) => SourceOperations | undefined;
  /**
   * Documents that need not be read: Arazzo, OpenAPI or AsyncAPI. A reference finds one by its
   * `$self`, or else by its `uri`.
   */
  readonly documents?: readonly SuppliedDocument[];
  /**
   * Where sources really are, by name; paths and relative URLs are the caller's own. A source of
   * another document is named with that document: `auth.identity`.
   */
  readonly sources?: Readonly<Record<string, string>>;
  /** What relative references in the text are relative to, unless its `$self` says so. @default `uri` */
  readonly baseUri?: string;
}

/** A document as text, and where it comes from. */
export interface SuppliedDocument {
  readonly uri?: string;
  readonly text: string;
}

/**
 * Reads a text.
 *
 * @param url - as the document has it
 * @param base - what it is relative to; `''` when the caller of the import named it
 */
export type ReadSource = (
  url: string,
  base: string,
  about: SourceRequest,
) => Promise<string | SourceText>;

/** Who wants to read. */
export interface SourceRequest {
  /** The source, as {@link SourceOptions.sources} names it. */
  readonly source: string;
  /** Where the referring document was itself read, whatever it calls itself. */
  readonly from: string;
}

/** What was read. */
export interface SourceText {
  readonly text: string;
  /** Where it was found: its identity, and what its own references are relative to. */
  readonly uri: string;
  /** What to call it in diagnostics. @default `uri` */
  readonly name?: string;
}
