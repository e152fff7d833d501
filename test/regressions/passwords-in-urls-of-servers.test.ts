import { afterEach, beforeEach, expect, test } from 'vitest';
import { arazzo, openapi, writeFolder } from '../cli/support/pets.ts';
import { runCli } from '../cli/support/run-cli.ts';

let folder: Awaited<ReturnType<typeof writeFolder>>;

beforeEach(async () => {
  folder = await writeFolder({
    'a.yaml': arazzo('./pets.yaml'),
    'pets.yaml': openapi('http://u:hush@127.0.0.1:9'),
  });
});
afterEach(async () => folder.remove());

test.each([
  ['the description', []],
  ['the call', ['--server', 'petstore=http://u:hush@127.0.0.1:9']],
  ['the call without a name', ['--server', 'http://u:hush@127.0.0.1:9']],
  ['a URL that is none', ['--server', 'petstore=u:hush@127.0.0.1:9']],
])('the password in %s is not printed, and nothing is sent', async (_where, args) => {
  const path = folder.at('a.yaml');
  const result = await runCli(['run', path, 'addPet', '--input', 'name=Tom', ...args]);
  expect(result.code).toBe(2);
  expect(result.stdout + result.stderr).not.toContain('hush');
});
