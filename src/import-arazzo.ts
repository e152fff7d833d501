import { importDocument } from './arazzo-import/index.ts';
import type { ImportedDocument, ImportOptions, Source } from './arazzo-import/index.ts';
import { ArazzoImportError, didYouMean } from './diagnostics/index.ts';
import type { Diagnostic } from './diagnostics/index.ts';
import { loadWorkflow } from './machines/index.ts';
import type { DescriptionOf, LoadedWorkflow } from './machines/index.ts';
import type { OpenApiDescription } from './openapi/index.ts';
import type { AllowRemote } from './services/remote/allowed-hosts.ts';
import type { SourceReader } from './services/remote/create-source-reader.ts';

/** How {@link importArazzo} imports, and what it may read. */
export interface ImportArazzoOptions extends ImportOptions {
  /**
   * Hosts that sources may be read from, or all that the documents name. Without it only what the
   * caller named is read from the network.
   */
  readonly allowRemote?: AllowRemote;
  /**
   * Whether workflows with errors become machines too, as far as they could be understood: what names
   * nothing is left out, criteria that cannot be read never hold. @default false
   */
  readonly allowErrors?: boolean;
}

/** A source description, and what was found there. */
export interface ImportedSource {
  readonly kind: 'openapi' | 'arazzo' | 'asyncapi';
  /** As the document has it. */
  readonly url: string;
  /** Where it was found; absent when it was not read. */
  readonly uri?: string;
  /** Of an OpenAPI source, when it could be read. */
  readonly description?: OpenApiDescription;
}

/** An Arazzo document whose workflows are ready to become machines. */
export interface Arazzo {
  /** Everything that is wrong or doubtful about the document, in its order. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The sources of the document by name, and those of documents that it refers to; their names stand
   * behind that of their document: `auth.idp`.
   */
  readonly sources: Readonly<Record<string, ImportedSource>>;
  /** The workflows without errors, or all when they are allowed, in the order of the document. */
  readonly workflows: readonly LoadedWorkflow[];
  /**
   * One workflow by its id; the document's first without one.
   * @throws ArazzoImportError with the diagnostics, when there is no such workflow or it has errors
   */
  workflow(workflowId?: string): LoadedWorkflow;
}

/**
 * Imports an Arazzo document: its workflows as XState machines, and what is wrong with it.
 *
 * @param source - the path of a file, an http URL, or the text of a document (YAML or JSON; a text is
 * told by its line breaks or a leading brace)
 * @throws ArazzoImportError `FILE_UNREADABLE`; whatever is wrong with the text is a diagnostic
 *
 * @example
 * ```ts
 * const arazzo = await importArazzo('examples/healthlake/provision-datastore-and-export.arazzo.yaml');
 * const machine = arazzo.workflow().machine({ services: createHealthLakeService() });
 * ```
 */
export async function importArazzo(
  source: string,
  { allowErrors = false, ...options }: ImportArazzoOptions = {},
): Promise<Arazzo> {
  const imported = await importSource(source, options);
  const sources = toSources(imported);
  const descriptionOf: DescriptionOf = (name) =>
    Object.hasOwn(sources, name) ? sources[name]?.description : undefined;
  const workflows = await Promise.all(
    imported.workflows
      .filter(({ hasErrors }) => allowErrors || !hasErrors)
      .map(({ config }) => loadWorkflow(config, { descriptionOf })),
  );
  return {
    diagnostics: imported.diagnostics,
    sources,
    workflows,
    workflow: (workflowId) => findWorkflow(imported, workflows, workflowId),
  };
}

function toSources({ units }: ImportedDocument): Arazzo['sources'] {
  const all = units.flatMap(({ sources }) => [...sources.values()]);
  return Object.fromEntries(
    // The imported document comes first, and what was read counts more than what was not.
    [...all]
      .toSorted((left, right) => Number(isRead(left)) - Number(isRead(right)))
      .map((source) => [source.key, toSource(source)]),
  );
}

function isRead({ uri }: Source): boolean {
  return uri !== undefined;
}

function toSource(source: Source): ImportedSource {
  const { kind, uri, description } = source;
  const openapi = source.kind === 'openapi' ? source.openapi?.description : undefined;
  return {
    kind,
    url: description.url,
    ...(uri === undefined ? {} : { uri }),
    ...(openapi === undefined ? {} : { description: openapi }),
  };
}

function isText(source: string): boolean {
  return source.includes('\n') || source.trimStart().startsWith('{');
}

/** A document and its sources, imported. A text reads nothing, unless the caller says where from. */
export async function importSource(
  source: string,
  { allowRemote, ...options }: ImportArazzoOptions,
): Promise<ImportedDocument> {
  const mayRead = allowRemote !== undefined || options.sources !== undefined;
  if (isText(source) && !mayRead) return importDocument(source, options);
  const { createSourceReader } =
    await import('./services/remote/create-source-reader.ts');
  const reader = createSourceReader(allowRemote === undefined ? {} : { allowRemote });
  const { read } = reader;
  if (isText(source)) return importDocument(source, { read, ...options });
  return /^https?:/iu.test(source)
    ? importUrl(source, reader, options)
    : importFile(source, reader, options);
}

async function importUrl(
  url: string,
  { read, readNamed }: SourceReader,
  options: ImportOptions,
): Promise<ImportedDocument> {
  const { unreadableUrl } = await import('./services/files/unreadable-file.ts');
  const { text, uri: baseUri } = await readNamed(url).catch((error: unknown) => {
    throw new ArazzoImportError([unreadableUrl(url, error)], { cause: error });
  });
  return importDocument(text, { uri: url, baseUri, read, ...options });
}

/** Only here, and for sources, the library touches the disk. */
async function importFile(
  path: string,
  { read, allowFile }: SourceReader,
  options: ImportOptions,
): Promise<ImportedDocument> {
  const { readFile } = await import('node:fs/promises');
  const { toFileUri } = await import('./services/files/to-file-uri.ts');
  const { unreadableFile } = await import('./services/files/unreadable-file.ts');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new ArazzoImportError([unreadableFile(path, error)], { cause: error });
  });
  await allowFile(path);
  return importDocument(text, { uri: path, baseUri: toFileUri(path), read, ...options });
}

function findWorkflow(
  { diagnostics, rangeAt, workflows: imported }: ImportedDocument,
  workflows: readonly LoadedWorkflow[],
  workflowId: string | undefined,
): LoadedWorkflow {
  const wanted = workflowId ?? imported[0]?.workflowId;
  const found = workflows.find((each) => each.workflowId === wanted);
  if (found !== undefined) return found;
  const isThere = imported.some((each) => each.workflowId === wanted);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (isThere || imported.length === 0) throw new ArazzoImportError(errors);
  const ids = [...new Set(imported.map((each) => each.workflowId))];
  throw new ArazzoImportError([
    {
      code: 'UNKNOWN_WORKFLOW',
      severity: 'error',
      message: `The document has no workflow "${workflowId ?? ''}".`,
      path: '/workflows',
      range: rangeAt('/workflows'),
      hint:
        didYouMean(wanted ?? '', ids) ??
        `Its workflows are ${ids.map((id) => `"${id}"`).join(', ')}.`,
    },
  ]);
}
