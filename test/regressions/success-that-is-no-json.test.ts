import { afterEach, beforeEach, expect, test } from 'vitest';
import { arazzo, openapi, startServer, writeFolder } from '../cli/support/pets.ts';
import type { SeeingServer } from '../cli/support/pets.ts';
import { runCli } from '../cli/support/run-cli.ts';

let server: SeeingServer;
let folder: Awaited<ReturnType<typeof writeFolder>>;

beforeEach(async () => {
  server = await startServer(({ method }) => ({
    status: method === 'POST' ? 201 : 200,
    body: method === 'POST' ? '{"id":7}' : '<html>',
  }));
  folder = await writeFolder({
    'a.yaml': arazzo('./pets.yaml'),
    'pets.yaml': openapi(`${server.url}/v1`),
  });
});
afterEach(async () => {
  await server.close();
  await folder.remove();
});

test('an answer that calls itself JSON and is none is told, although it is a success', async () => {
  const path = folder.at('a.yaml');
  const { stdout } = await runCli(['run', path, 'addPet', '--input', 'name=Tom']);
  expect(stdout).toMatch(/createPet answered 201\n/u);
  expect(stdout).toMatch(/getPet answered 200: .*is not JSON/u);
});
