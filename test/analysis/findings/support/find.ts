import { findHoles } from '../../../../src/analysis/findings/index.ts';
import type { ServiceFacts } from '../../../../src/analysis/findings/index.ts';
import { importDocument } from '../../../../src/arazzo-import/index.ts';
import type { Diagnostic } from '../../../../src/diagnostics/index.ts';

/** What a document is analysed with. */
export interface FindOptions extends ServiceFacts {
  /** The OpenAPI description of the source `api`. */
  readonly api?: string;
  /** What stands in the workflow beside its steps, as JSON. */
  readonly workflow?: object;
  /** What stands in the document beside its workflow, as JSON. */
  readonly document?: object;
}

/** The text of a document with one workflow `w` that has these steps. */
export function documentOf(
  steps: readonly object[],
  { workflow = {}, document = {} }: FindOptions = {},
): string {
  return JSON.stringify({
    arazzo: '1.0.1',
    info: { title: 'T', version: '1' },
    sourceDescriptions: [{ name: 'api', url: './api.yaml', type: 'openapi' }],
    workflows: [{ workflowId: 'w', steps, ...workflow }],
    ...document,
  });
}

/** What is found in a workflow with these steps; what importing has found is not there. */
export async function find(
  steps: readonly object[],
  options: FindOptions = {},
): Promise<readonly Diagnostic[]> {
  const { api, knowledgeOf, schemasOf, goodStatusesOf } = options;
  const imported = await importDocument(documentOf(steps, options), {
    uri: 'file:///a.yaml',
    documents: api === undefined ? [] : [{ uri: 'file:///api.yaml', text: api }],
  });
  return findHoles(imported, { knowledgeOf, schemasOf, goodStatusesOf });
}

/** Codes and places: `UNREACHABLE_STEP /workflows/0/steps/1`. */
export function placesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(
    ({ code, path }) => `${code} ${path.replace('/workflows/0', '')}`,
  );
}

/** Only those with a code. */
export function withCode(
  diagnostics: readonly Diagnostic[],
  code: string,
): readonly Diagnostic[] {
  return diagnostics.filter((each) => each.code === code);
}
