import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { arazzo, openapi, startPetStore, writeFolder } from '../support/pets.ts';
import type { SeeingServer } from '../support/pets.ts';
import { runCli } from '../support/run-cli.ts';
import type { CliResult } from '../support/run-cli.ts';

let server: SeeingServer;
let folder: Awaited<ReturnType<typeof writeFolder>>;

beforeEach(async () => {
  server = await startPetStore();
  folder = await writeFolder({
    'described.yaml': arazzo('./pets.yaml'),
    'undescribed.yaml': arazzo('./absent.yaml'),
    'remote.yaml': arazzo(`${server.url}/v1/openapi.yaml`),
    'pets.yaml': openapi(`${server.url}/v1`),
    'elsewhere.yaml': openapi('https://pets.invalid/v1'),
    'relative.yaml': openapi('/v1'),
    'keys.json': JSON.stringify({ petstore: { key: { apiKey: 'from-the-file' } } }),
  });
});
afterEach(async () => {
  await server.close();
  await folder.remove();
});

function run(
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const path = folder.at(file);
  return runCli(['run', path, 'addPet', '--input', 'name=Tom', '--json', ...args], {
    env,
  });
}

function report({ stdout }: CliResult): unknown {
  return JSON.parse(stdout);
}

const completed = { status: 'completed', outputs: { name: 'Tom' } };

const routes = [
  '--operation',
  'createPet=POST /pets',
  '--operation',
  'petstore.getPet=GET /pets/{petId}',
];

describe('a workflow of any API runs', () => {
  test('on the server of its description, and says so', async () => {
    const result = await run('described.yaml');
    expect(report(result)).toMatchObject({
      ...completed,
      target: `${server.url}/v1 (petstore)`,
    });
    expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /v1/pets',
      'GET /v1/pets/7',
    ]);
  });

  test('though another source, which it does not use, is not there (A-SRC-08)', async () => {
    const { code, stderr } = await run('described.yaml');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.not.stringContaining('absent'),
    });
  });

  test.each([
    ['with its name', () => ['--server', `petstore=${server.url}/v1/`]],
    ['alone, as there is one source', () => ['--server', `${server.url}/v1`]],
  ])('on a server that is given %s', async (_name, server_) => {
    const source = ['--source', `petstore=${folder.at('elsewhere.yaml')}`];
    expect(report(await run('described.yaml', [...source, ...server_()]))).toMatchObject(
      completed,
    );
  });

  test('without any description, with methods and paths', async () => {
    const result = await run('undescribed.yaml', [
      '--server',
      `${server.url}/v1`,
      ...routes,
    ]);
    expect(report(result)).toMatchObject(completed);
  });

  test('with its description from elsewhere', async () => {
    const source = ['--source', `petstore=${folder.at('pets.yaml')}`];
    expect(report(await run('undescribed.yaml', source))).toMatchObject(completed);
  });

  test('with a description from a URL that the caller gives', async () => {
    const source = ['--source', `petstore=${server.url}/v1/openapi.yaml`];
    expect(report(await run('undescribed.yaml', source))).toMatchObject(completed);
  });

  test.each([['--allow-remote'], ['--allow-remote=127.0.0.1']])(
    'with a description from a host that is allowed: %s',
    async (option) => {
      expect(report(await run('remote.yaml', [option]))).toMatchObject(completed);
    },
  );
});

describe('credentials', () => {
  test.each([
    ['the file', ['--credentials', 'keys.json'], {}, 'from-the-file'],
    ['the environment', [], { ARAZZO_PETSTORE_API_KEY: 'from-env' }, 'from-env'],
    [
      'the file before the environment',
      ['--credentials', 'keys.json'],
      { ARAZZO_PETSTORE_API_KEY: 'from-env' },
      'from-the-file',
    ],
  ])('come from %s, and are not shown', async (_name, args, env, key) => {
    const options = args.map((each) => (each.endsWith('.json') ? folder.at(each) : each));
    const { stdout, stderr } = await run('described.yaml', options, env);
    expect(server.seen[0]?.headers['x-api-key']).toBe(key);
    expect(stdout + stderr).not.toContain(key);
  });

  test('that are missing are told', async () => {
    const { stderr } = await run('described.yaml');
    expect(stderr).toContain('wants credentials for key');
    expect(stderr).toContain('--credentials or ARAZZO_PETSTORE_API_KEY.');
  });

  test.each([
    ['is not there', 'gone.json', 'cannot be read'],
    ['is none', 'pets.yaml', 'not JSON'],
  ])('in a file that %s are a mistake in the call', async (_name, file, why) => {
    const result = await run('described.yaml', ['--credentials', folder.at(file)]);
    expect(result.code).toBe(2);
    expect(result.stdout).toContain(why);
    expect(server.seen).toEqual([]);
  });
});

describe('a workflow is refused before anything is sent', () => {
  test.each([
    ['without a server', 'undescribed.yaml', routes, '--server petstore='],
    [
      'without operations',
      'undescribed.yaml',
      ['--server', 'http://127.0.0.1:1'],
      '--operation createPet',
    ],
    [
      'with a server without a host',
      'described.yaml',
      ['--source', 'petstore=relative.yaml'],
      '--server petstore=',
    ],
    [
      'with a source on a host that is not allowed',
      'remote.yaml',
      [],
      '--source petstore=',
    ],
  ])('%s', async (_name, file, args, hint) => {
    const options = args.map((each) =>
      each === 'petstore=relative.yaml' ? `petstore=${folder.at('relative.yaml')}` : each,
    );
    const result = await run(file, options);
    expect(result.code).toBe(2);
    expect(report(result)).toMatchObject({
      status: 'refused',
      diagnostics: expect.arrayContaining([
        expect.objectContaining({
          code: 'UNSUPPORTED_SERVICE',
          hint: expect.stringContaining(hint),
        }),
      ]),
    });
    expect(server.seen).toEqual([]);
  });

  test.each([
    [['--server', 'petstor=http://h'], 'Did you mean \\"petstore\\"?'],
    [['--source', 'petstor=x'], 'Did you mean \\"petstore\\"?'],
    [['--aws', 'petstor=@aws-sdk/client-sfn'], 'Did you mean \\"petstore\\"?'],
    [['--operation', 'createPets=POST /pets'], 'Did you mean \\"createPet\\"?'],
    [['--operation', 'createPet=POST'], 'no method and path'],
    [['--operation', 'createPet'], 'no name with a value'],
    [['--server', 'petstore=nowhere'], 'no URL'],
    [['--server-variable', 'petstor.region=eu'], 'Did you mean \\"petstore\\"?'],
    [['--region', 'us-east-1'], 'is for Amazon HealthLake'],
    [['--fault', 'FAILED'], 'HealthLake simulator'],
    [['--allow-remote=https://h/path'], 'is no host'],
    [['--allow-remot'], 'Did you mean --allow-remote?'],
    [['--aws', 'petstore=left-pad'], 'no client of the AWS SDK'],
    [['--aws', 'petstore=@aws-sdk/client-nothing-of-that-name'], 'npm install'],
    [['--aws', 'petstore=./gone.mjs'], 'cannot be loaded'],
  ])('with %j, which is told', async (args, why) => {
    const { code, stdout } = await run('described.yaml', args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: expect.stringContaining(why) });
    expect(server.seen).toEqual([]);
  });
});
