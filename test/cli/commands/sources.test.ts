import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  arazzo,
  openapi,
  startPetStore,
  startServer,
  writeFolder,
} from '../support/pets.ts';
import type { SeeingServer } from '../support/pets.ts';
import { runCli } from '../support/run-cli.ts';

const calling = (sources: string, step: string) => `
arazzo: 1.1.0
info: { title: Calling, version: 1.0.0 }
sourceDescriptions:
${sources}
workflows:
  - workflowId: call
    steps:
      - stepId: go
${step}
`;

const nested = calling(
  '  - { name: pets, url: ./pets.arazzo.yaml, type: arazzo }',
  `        workflowId: $sourceDescriptions.pets.addPet
        parameters: [{ name: name, value: Tom }]
        outputs: { name: $outputs.name }
    outputs: { name: $steps.go.outputs.name }`,
);

const sending = calling(
  '  - { name: orders, url: ./orders.asyncapi.yaml, type: asyncapi }',
  `        operationId: $sourceDescriptions.orders.sendOrder
        action: send
        requestBody: { payload: { id: 1 } }`,
);

const asyncapi = `
asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels: { orders: { address: orders, messages: { order: { payload: { type: object } } } } }
operations: { sendOrder: { action: send, channel: { $ref: '#/channels/orders' } } }
`;

let server: SeeingServer;
let folder: Awaited<ReturnType<typeof writeFolder>>;

beforeEach(async () => {
  server = await startPetStore();
  folder = await writeFolder({
    'nested.yaml': nested,
    'pets.arazzo.yaml': arazzo('./pets.yaml'),
    'pets.yaml': openapi(`${server.url}/v1`),
    'sending.yaml': sending,
    'orders.asyncapi.yaml': asyncapi,
    'broken.yaml': nested.replace('pets.arazzo', 'broken.arazzo'),
    'broken.arazzo.yaml': 'arazzo: 1.0.1\nworkflows: [}\n',
    'remote.yaml': arazzo(`${server.url}/v1/openapi.yaml`),
    'faulty.yaml': arazzo('./pets.yaml').replace('petId, in: path', 'petId, in: paths'),
  });
});
afterEach(async () => {
  await server.close();
  await folder.remove();
});

describe('run', () => {
  test('calls the sources of a document that the document calls', async () => {
    const { stdout } = await runCli(['run', folder.at('nested.yaml'), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'completed',
      outputs: { name: 'Tom' },
      target: `${server.url}/v1 (pets.petstore)`,
      steps: [
        { workflowId: 'addPet', stepId: 'create' },
        { workflowId: 'addPet', stepId: 'read' },
      ],
    });
  });

  test('tells where each source is before it begins, and the steps of called workflows', async () => {
    const { stdout } = await runCli(['run', folder.at('nested.yaml')]);
    expect(stdout).toContain(`call on ${server.url}/v1 (pets.petstore)\n`);
    expect(stdout).toContain('addPet: begins\n');
    expect(stdout).toContain('addPet/create: createPet answered 201\n');
    expect(stdout).toContain('addPet: completed\n');
  });

  test('shows the steps of called workflows on a terminal', async () => {
    const stdout = { isTerminal: true, columns: 100 };
    const result = await runCli(['run', folder.at('nested.yaml')], { stdout });
    expect(result.stdout).toContain('  create');
    expect(result.stdout.split('✔ completed')[0]).toMatch(/✔ go.*completed/u);
  });

  test('names a server for a source of another document', async () => {
    const other = await startPetStore();
    const args = ['--server', `pets.petstore=${other.url}/v1`, '--json'];
    const { code } = await runCli(['run', folder.at('nested.yaml'), ...args]);
    await other.close();
    expect({ code, seen: server.seen, others: other.seen.length }).toEqual({
      code: 0,
      seen: [],
      others: 2,
    });
  });

  test('says that no broker is bound to an AsyncAPI source', async () => {
    const { code, stdout } = await runCli(['run', folder.at('sending.yaml'), '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [
        { code: 'UNSUPPORTED_SERVICE', line: 5, hint: /services: \{ "orders"/u },
      ],
    });
  });

  test('takes a document with errors only when it is told to', async () => {
    const args = [
      'run',
      folder.at('faulty.yaml'),
      'addPet',
      '--json',
      '--input',
      'name=Tom',
    ];
    expect((await runCli(args)).code).toBe(2);
    const { stdout } = await runCli([...args, '--allow-errors']);
    expect(JSON.parse(stdout)).toMatchObject({ workflowId: 'addPet' });
  });
});

describe('a document from the network', () => {
  test('runs with what is beside it', async () => {
    const documents = await startServer(({ url }) => ({
      type: 'application/yaml',
      body: url.endsWith('/pets.yaml')
        ? openapi(`${server.url}/v1`)
        : arazzo('pets.yaml'),
    }));
    const { stdout } = await runCli([
      'run',
      `${documents.url}/d/a.yaml`,
      'addPet',
      '--input',
      'name=Tom',
      '--json',
    ]);
    await documents.close();
    expect(JSON.parse(stdout)).toMatchObject({ status: 'completed' });
  });

  test('that is not there ends with 2', async () => {
    const { code, stdout } = await runCli(['check', `${server.url}/gone`, '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [{ code: 'FILE_UNREADABLE' }],
    });
  });
});

describe('check', () => {
  test('shows what is wrong with another document in its own text', async () => {
    const { code, stdout } = await runCli(['check', folder.at('broken.yaml')]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/broken\.arazzo\.yaml:2:\d+ {2}error {2}YAML_SYNTAX/u);
    expect(stdout).toContain('2 | workflows: [}');
  });

  test('says how a source on a host becomes readable', async () => {
    const { stdout } = await runCli(['check', folder.at('remote.yaml')]);
    expect(stdout).toContain(
      `help: Write --allow-remote=${server.host}, or --source petstore=<path> for a copy of it.`,
    );
    expect(server.seen).toEqual([]);
  });

  test('reads a source from a host that is allowed', async () => {
    const args = ['check', folder.at('remote.yaml'), '--allow-remote', '--json'];
    const { stdout } = await runCli(args);
    expect(stdout).not.toContain('/openapi.yaml');
    expect(server.seen.map(({ url }) => url)).toEqual(['/v1/openapi.yaml']);
  });
});
