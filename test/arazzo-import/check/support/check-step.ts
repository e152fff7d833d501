import { importArazzo } from '../../../../src/index.ts';
import type { Diagnostic } from '../../../../src/index.ts';
import { workflowText } from '../../../machines/support/workflow-text.ts';
import type { WorkflowParts } from '../../../machines/support/workflow-text.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An API with one operation, `act`, and a step that calls it. */
export interface CheckedCall {
  readonly operation: Fields;
  readonly step?: Fields;
  /** @default '/things' */
  readonly path?: string;
  /** @default 'post' */
  readonly method?: string;
  /** What else stands in the description. */
  readonly api?: Fields;
  /** What else stands in the workflow. */
  readonly workflow?: Partial<WorkflowParts>;
}

/** What the description of the API has against a step; paths begin at the step. */
export async function checkStep(call: CheckedCall): Promise<readonly string[]> {
  const found = await diagnosticsOf(call);
  const step = '/workflows/0/steps/0';
  return found.map(({ code, severity, path }) =>
    `${severity} ${code} ${path.replace(step, '')}`.trim(),
  );
}

/** The hints for a step. */
export async function hintsFor(
  call: CheckedCall,
): Promise<readonly (string | undefined)[]> {
  return (await diagnosticsOf(call)).map(({ hint }) => hint);
}

/** Everything that is found about a step. */
async function diagnosticsOf({
  operation,
  step = {},
  path = '/things',
  method = 'post',
  api = {},
  workflow = {},
}: CheckedCall): Promise<readonly Diagnostic[]> {
  const description = {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: { [path]: { [method]: { operationId: 'act', ...operation } } },
    ...api,
  };
  const text = workflowText({
    sources: [{ name: 'things', url: 'things.json', type: 'openapi' }],
    // Any.
    inputs: true,
    ...workflow,
    steps: [{ stepId: 'act', ...step }, ...(workflow.steps ?? [])],
  });
  const read = async (): Promise<string> => JSON.stringify(description);
  return (await importArazzo(text, { read })).diagnostics;
}

/** An operation that takes JSON. */
export function takesJson(schema: unknown, more: Fields = {}): Fields {
  return { requestBody: { content: { 'application/json': { schema } }, ...more } };
}

/** An operation that answers 200 with JSON. */
export function answersJson(schema: unknown): Fields {
  return {
    responses: {
      200: { description: 'ok', content: { 'application/json': { schema } } },
    },
  };
}
