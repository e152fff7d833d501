import { importArazzo } from '../../../../src/index.ts';
import type { LoadedWorkflow } from '../../../../src/index.ts';
import { documentText } from '../../../machines/support/document-text.ts';
import type { WorkflowFields } from '../../../machines/support/document-text.ts';

const ok = { '200': { description: 'Fine.' } };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** The description of an API in which one path looks like another. */
export function petsApi(server: string): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    servers: [{ url: server }],
    security: [{ key: [] }],
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'pass' } },
    },
    paths: {
      '/pets': { post: { operationId: 'addPet', responses: ok } },
      '/pets/{id}': { get: { operationId: 'getPet', parameters: [id], responses: ok } },
      '/pets/mine': { get: { operationId: 'getMine', responses: ok } },
    },
  };
}

/** A workflow that calls the API of pets; its steps are called like their operations. */
export async function petsWorkflow(
  steps: WorkflowFields['steps'],
  {
    server = 'https://pets.example/v1',
    ...more
  }: { readonly server?: string } & Readonly<Record<string, unknown>> = {},
): Promise<LoadedWorkflow> {
  const text = documentText([{ workflowId: 'test', ...more, steps }]);
  const arazzo = await importArazzo(text, {
    allowErrors: true,
    uri: 'file:///a/a.yaml',
    documents: [{ uri: 'file:///a/api.yaml', text: JSON.stringify(petsApi(server)) }],
  });
  return arazzo.workflow();
}

/** Inputs of a workflow with one member that must be there. */
export function inputOf(schema: object): object {
  return {
    inputs: { type: 'object', required: ['id'], properties: { id: schema } },
  };
}

/** A step that looks at a pet by an id. */
export function getPetBy(value: string): { readonly stepId: string } {
  const parameters = [{ name: 'id', in: 'path', value }];
  const step = { stepId: 'getPet', parameters };
  return step;
}
