import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** A server on loopback that writes down what it is asked. */
export interface SeeingServer {
  readonly url: string;
  readonly host: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

/** What a request is answered with. */
export interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
}

/** Starts a server that answers as a function says. */
export async function startServer(
  answer: (request: SeenRequest) => Reply,
): Promise<SeeingServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const body = Buffer.concat(chunks).toString();
      seen.push({ method, url, headers, body });
      const reply = answer({ method, url, headers, body });
      const type = reply.type ?? 'application/json';
      response.writeHead(reply.status ?? 200, { 'content-type': type }).end(reply.body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** A pet store that has one pet. */
export function startPetStore(): Promise<SeeingServer> {
  return startServer(({ method, url }) => {
    if (url === '/v1/openapi.yaml')
      return { body: openapi('/v1'), type: 'application/yaml' };
    if (method === 'POST' && url === '/v1/pets') return { status: 201, body: '{"id":7}' };
    if (url === '/v1/pets/7') return { body: '{"id":7,"name":"Tom"}' };
    return { status: 404, body: '{}' };
  });
}

/** The description of the pet store, which is at this URL. */
export function openapi(server: string): string {
  return `
openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: '${server}' }]
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-API-Key } }
security: [{ key: [] }]
paths:
  /pets:
    post:
      operationId: createPet
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { '201': { description: Created } }
  /pets/{petId}:
    get:
      operationId: getPet
      parameters: [{ name: petId, in: path, required: true, schema: { type: integer } }]
      responses: { '200': { description: OK } }
`;
}

/** A document that creates a pet and reads it, and has a workflow that uses another source. */
export function arazzo(url: string, type = 'openapi'): string {
  return `
arazzo: 1.0.1
info: { title: Pets, version: 1.0.0 }
sourceDescriptions:
  - { name: petstore, url: ${url}, type: ${type} }
  - { name: unused, url: ./absent.yaml, type: openapi }
workflows:
  - workflowId: addPet
    inputs: { type: object, properties: { name: { type: string } } }
    steps:
      - stepId: create
        operationId: $sourceDescriptions.petstore.createPet
        requestBody: { contentType: application/json, payload: { name: $inputs.name } }
        successCriteria: [{ condition: $statusCode == 201 }]
        outputs: { id: $response.body#/id }
      - stepId: read
        operationId: $sourceDescriptions.petstore.getPet
        parameters: [{ name: petId, in: path, value: $steps.create.outputs.id }]
        successCriteria: [{ condition: $statusCode == 200 }]
        outputs: { name: $response.body#/name }
    outputs: { name: $steps.read.outputs.name }
  - workflowId: other
    steps:
      - stepId: call
        operationId: $sourceDescriptions.unused.something
`;
}

/** A folder with these files, and how to remove it. */
export async function writeFolder(files: Readonly<Record<string, string>>): Promise<{
  readonly at: (name: string) => string;
  readonly remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'arazzo-xstate-'));
  await Promise.all(
    Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)),
  );
  return {
    at: (name) => join(folder, name),
    remove: () => rm(folder, { recursive: true }),
  };
}
