import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createActor, toPromise } from 'xstate';
import { importArazzo } from '../src/index.ts';
import { createHttpServices } from '../src/services/index.ts';
import { serveDocuments } from './services/remote/document-server.ts';
import type { DocumentServer, Page } from './services/remote/document-server.ts';

const arazzo = (url: string) => `
arazzo: 1.0.1
info: { title: Pets, version: 1.0.0 }
sourceDescriptions:
  - { name: petstore, url: ${url}, type: openapi }
workflows:
  - workflowId: readPet
    inputs: { type: object, properties: { id: { type: string } } }
    steps:
      - stepId: get
        operationId: getPet
        parameters: [{ name: petId, in: path, value: $inputs.id }]
        successCriteria: [{ condition: $statusCode == 200 }]
        outputs: { name: $response.body#/name }
    outputs: { name: $steps.get.outputs.name }
`;

const openapi = `
openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: /v1 }]
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      parameters: [{ name: petId, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: OK } }
`;

const pages: Record<string, Page> = {
  '/d/a.yaml': arazzo('pets.yaml'),
  '/d/pets.yaml': openapi,
  '/v1/pets/7': { text: '{"name":"Tom"}', type: 'application/json' },
};
let server: DocumentServer;
let folder = '';

beforeAll(async () => {
  server = await serveDocuments(pages);
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  await writeFile(join(folder, 'a.yaml'), arazzo(`${server.url}/d/pets.yaml`));
  await writeFile(join(folder, 'pets.yaml'), openapi);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function nameOf(
  source: string,
  options: Parameters<typeof importArazzo>[1] = {},
  http: Parameters<typeof createHttpServices>[1] = {},
): Promise<unknown> {
  const imported = await importArazzo(source, options);
  const services = createHttpServices(imported, http);
  const machine = imported.workflow().machine({ services });
  const actor = createActor(machine, { input: { id: '7' } }).start();
  const { outputs } = await toPromise(actor);
  return outputs['name'];
}

describe('the library runs a workflow of any API', () => {
  test('from a URL, whose relative sources and servers are beside it', async () => {
    expect(await nameOf(`${server.url}/d/a.yaml`)).toBe('Tom');
  });

  test('from a file whose source is on a host that is allowed', async () => {
    const path = join(folder, 'a.yaml');
    expect(await nameOf(path, { allowRemote: [server.host] })).toBe('Tom');
  });

  test('from a file whose source the caller gives, on a server that the caller gives', async () => {
    const sources = { petstore: join(folder, 'pets.yaml') };
    const servers = { petstore: `${server.url}/v1` };
    expect(await nameOf(join(folder, 'a.yaml'), { sources }, { servers })).toBe('Tom');
  });

  test('from texts', async () => {
    const documents = [{ uri: `${server.url}/d/pets.yaml`, text: openapi }];
    expect(await nameOf(arazzo(`${server.url}/d/pets.yaml`), { documents })).toBe('Tom');
  });

  test('without any description', async () => {
    const servers = { petstore: `${server.url}/v1` };
    const operations = { petstore: { getPet: 'GET /pets/{petId}' } };
    expect(await nameOf(arazzo('x'), {}, { servers, operations })).toBe('Tom');
  });
});

test('sources are told with what was found', async () => {
  const { sources } = await importArazzo(`${server.url}/d/a.yaml`);
  expect(sources['petstore']).toMatchObject({
    kind: 'openapi',
    url: 'pets.yaml',
    uri: `${server.url}/d/pets.yaml`,
    description: { title: 'Pets' },
  });
});

test('a host that is not allowed is a warning that says how it is', async () => {
  const { diagnostics } = await importArazzo(join(folder, 'a.yaml'));
  expect(diagnostics).toMatchObject([{ code: 'UNREADABLE_SOURCE', severity: 'warning' }]);
  expect(diagnostics[0]?.hint).toContain(`allowRemote: ['${server.host}']`);
});

test('a URL that cannot be read is an error of the import', async () => {
  await expect(importArazzo(`${server.url}/gone`)).rejects.toMatchObject({
    diagnostics: [{ code: 'FILE_UNREADABLE' }],
  });
});

test('options for a source that is none are refused', async () => {
  const imported = await importArazzo(arazzo('x'));
  expect(() =>
    createHttpServices(imported, { servers: { petstor: 'https://h' } }),
  ).toThrow('Did you mean "petstore"?');
});
