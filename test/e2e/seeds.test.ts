import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProcess, startCli } from './support/cli-process.ts';
import type { CliProcess } from './support/cli-process.ts';
import { startPlainServer } from './support/plain-server.ts';

const folder = '../shared/seeds/arazzo';
const absent = !existsSync(folder);
if (absent) process.stderr.write(`Skipped: the seed documents are not at ${folder}.\n`);

const common = {
  OutputS3Uri: 's3://bucket/exports/',
  OutputKmsKeyId:
    'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555',
  DataAccessRoleArn: 'arn:aws:iam::123456789012:role/Export',
};

const seeds = [
  {
    name: 'provision-datastore-and-export',
    required: {
      ...common,
      DatastoreName: 'clinic',
      DatastoreTypeVersion: 'R4',
      ExportClientToken: 'export-token',
    },
    optional: { ExportJobName: 'nightly', CreateClientToken: 'create-token' },
  },
  {
    name: 'start-export-poll-and-list',
    required: {
      ...common,
      DatastoreId: '0123456789abcdef0123456789abcdef',
      ClientToken: 'export-token',
    },
    optional: { JobName: 'nightly', MaxResults: '5' },
  },
] as const;

function toArguments(inputs: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(inputs).flatMap(([name, value]) => [
    '--input',
    `${name}=${value}`,
  ]);
}

describe.skipIf(absent).each(seeds)('the seed $name', ({ name, required, optional }) => {
  const document = join(folder, `${name}.arazzo.yaml`);
  const given = [...toArguments(required), ...toArguments(optional), '--json'];
  let alone: string;
  let simulator: CliProcess;

  beforeAll(async () => {
    alone = join(await mkdtemp(join(tmpdir(), 'arazzo-xstate-')), basename(document));
    await copyFile(document, alone);
    simulator = startCli(['simulate', '--port', '0', '--speed', '6000']);
  });
  afterAll(async () => {
    simulator.child.kill('SIGINT');
    await simulator.ended;
    await rm(join(alone, '..'), { recursive: true });
  });

  test.each([
    ['with the OpenAPI file and all inputs', () => [document, ...given]],
    [
      'with the required inputs only',
      () => [document, ...toArguments(required), '--json'],
    ],
    ['without the OpenAPI file', () => [alone, ...given]],
  ])('completes embedded %s', async (_name, argv) => {
    const { code, stdout, stderr } = await runProcess(['run', ...argv()]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ outputs: { jobStatus: 'COMPLETED' } });
  });

  test('completes over HTTP on the simulator', async () => {
    const url = await simulator.until(/at (http:\S+\d),/u);
    const there = ['--endpoint', url, '--poll-interval', '20ms'];
    const { code, stdout } = await runProcess(['run', alone, ...given, ...there]);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outputs: { jobStatus: 'COMPLETED' } });
  });

  test('completes over HTTP on any server, with a token in each creation and start', async () => {
    const server = await startPlainServer();
    const there = ['--endpoint', server.url, '--poll-interval', '5ms'];
    const argv = ['run', document, ...toArguments(required), '--json', ...there];
    const { code } = await runProcess(argv);
    await server.close();

    expect(code).toBe(0);
    const making = server.requests.filter(({ operation }) =>
      /^(?:Create|Start)/u.test(operation),
    );
    for (const { body } of making)
      expect(body['ClientToken']).toEqual(expect.any(String));
    for (const { text } of server.requests)
      expect(text).not.toMatch(/null|nightly|MaxResults/u);
  });
});
