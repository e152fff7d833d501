import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  arazzo,
  openapi,
  startPetStore,
  startServer,
  writeFolder,
} from '../cli/support/pets.ts';
import type { SeeingServer } from '../cli/support/pets.ts';
import { runProcess } from './support/cli-process.ts';

let server: SeeingServer;
let folder: Awaited<ReturnType<typeof writeFolder>>;

beforeEach(async () => {
  server = await startPetStore();
  folder = await writeFolder({
    'described.yaml': arazzo('./pets.yaml'),
    'pets.yaml': openapi(`${server.url}/v1`),
    'machines.yaml': arazzo('./sfn.yaml')
      .replaceAll('createPet', 'StartExecution')
      .replaceAll('getPet', 'StartExecution')
      .replace('{ name: $inputs.name }', '{ stateMachineArn: a }')
      .replace('201', '200'),
  });
});
afterEach(async () => {
  await server.close();
  await folder.remove();
});

test('the built command line calls any API', async () => {
  const { code, stdout } = await runProcess([
    'run',
    folder.at('described.yaml'),
    'addPet',
    '--input',
    'name=Tom',
  ]);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining(`addPet on ${server.url}/v1 (petstore)\n`),
  });
  expect(stdout).toMatch(/name {2}Tom\n$/u);
});

test('the built command line loads clients of the AWS SDK', async () => {
  const aws = await startServer(() => ({
    body: '{"executionArn":"arn:e","startDate":1.7e9}',
  }));
  const { code, stdout } = await runProcess([
    'run',
    folder.at('machines.yaml'),
    'addPet',
    '--json',
    '--aws',
    'petstore=@aws-sdk/client-sfn',
    '--endpoint',
    aws.url,
    '--allow-errors',
  ]);
  await aws.close();
  expect(JSON.parse(stdout)).toMatchObject({
    target: `the SFN at ${aws.url}`,
    steps: [{ operation: 'StartExecution', statusCode: 200 }, {}],
  });
  expect(code).toBeLessThan(2);
});
