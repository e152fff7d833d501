import { importArazzo } from '../../../src/index.ts';
import type { ImportArazzoOptions } from '../../../src/import-arazzo.ts';
import type { Arazzo, Diagnostic } from '../../../src/index.ts';
import { importDocument } from '../../../src/arazzo-import/index.ts';
import type { ImportedDocument } from '../../../src/arazzo-import/index.ts';
import { operationsOf, toApi } from './api.ts';
import { toDocument } from './document.ts';
import type { DocumentFields } from './document.ts';
import { documentUri, readFiles } from './read-files.ts';
import type { Files } from './read-files.ts';
import { runDocument } from './run.ts';
import type { Ran, RunSetup } from './run.ts';

/** Both feature sets: what holds for Arazzo 1.0 holds for 1.1 (B-DOC-01). */
export const versions = ['1.0.1', '1.1.0'] as const;

/** How a test imports a document. */
export interface CheckSetup extends ImportArazzoOptions {
  readonly files?: Files;
}

/** What tests do with documents of one version. */
export interface Harness {
  /** The text of a document, as JSON. */
  readonly text: (fields: DocumentFields) => string;
  /** The errors found in a document: `MISSING_FIELD /info`, in its order. */
  readonly errors: (
    fields: DocumentFields,
    setup?: CheckSetup,
  ) => Promise<readonly string[]>;
  /** Everything found in a document, with its severity: `error MISSING_FIELD /info`. */
  readonly findings: (
    fields: DocumentFields,
    setup?: CheckSetup,
  ) => Promise<readonly string[]>;
  /** The model of a document, and all that was made of it. */
  readonly model: (
    fields: DocumentFields,
    setup?: CheckSetup,
  ) => Promise<ImportedDocument>;
  readonly load: (fields: DocumentFields, setup?: CheckSetup) => Promise<Arazzo>;
  /** Runs a workflow of a document over HTTP. */
  readonly run: (fields: DocumentFields, setup?: RunSetup) => Promise<Ran>;
}

/** Gives you the harness of a version. */
export function inVersion(arazzo: string): Harness {
  const text = (fields: DocumentFields): string =>
    JSON.stringify(toDocument(arazzo, fields));
  const load: Harness['load'] = (fields, setup) =>
    importArazzo(text(fields), toOptions(arazzo, fields, setup));
  return {
    text,
    load,
    model: (fields, setup) =>
      importDocument(text(fields), toOptions(arazzo, fields, setup)),
    errors: async (fields, setup) => errorsIn((await load(fields, setup)).diagnostics),
    findings: async (fields, setup) =>
      (await load(fields, setup)).diagnostics.map(withSeverity),
    run: (fields, setup) => runDocument(arazzo, fields, setup),
  };
}

/** The errors among diagnostics, as `CODE /path`. */
export function errorsIn(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);
}

function withSeverity({ severity, code, path }: Diagnostic): string {
  return `${severity} ${code} ${path}`;
}

/** The API has the operations that the document calls. */
function toOptions(
  arazzo: string,
  fields: DocumentFields,
  { files = {}, ...options }: CheckSetup = {},
): ImportArazzoOptions {
  const api = toApi(operationsOf(toDocument(arazzo, fields)));
  return { uri: documentUri, read: readFiles(files, api), ...options };
}
