import { describe, expect, test } from 'vitest';
import { editedExample, provision } from '../support/examples.ts';
import type { FakeIoOptions } from '../support/fake-io.ts';
import { runCli } from '../support/run-cli.ts';

// Clears the screen, sets the title, turns the reading direction.
const hostile = String.raw`x\u001B[2J\u009B2J\u001B]0;title\u0007\u202E\rz`;
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const steering = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

const files = {
  'steps.yaml': editedExample(
    provision,
    ['stepId: pollDatastore', `stepId: "${hostile}"`],
    ['name: datastoreActive', `name: "${hostile}1"`],
    ['name: datastoreStillCreating', `name: "${hostile}2"`],
  ),
  'outputs.yaml': editedExample(provision, ['jobStatus: $steps', `"${hostile}": $steps`]),
  'workflow.yaml': editedExample(provision, [
    'workflowId: provision-datastore-and-export',
    `workflowId: "${hostile}"`,
  ]),
};

describe.each(Object.keys(files))('a hostile text in %s', (path) => {
  const inputs = provision.slice(1);

  test.each([
    ['check', []],
    ['check', ['--json']],
    ['run', inputs],
    ['run', [...inputs, '--json']],
    ['run', [...inputs, '--fault', 'CREATE_FAILED']],
    ['run', [...inputs, '--fault', 'FAILED', '--json']],
    ['export', ['--to', 'json']],
  ])('never reaches the terminal from %s %j', async (command, more) => {
    const { stdout, stderr } = await runCli([command, path, ...more], { files });

    expect(stdout + stderr).not.toBe('');
    expect(stdout + stderr).not.toMatch(steering);
  });
});

test('a hostile status of the server never reaches the terminal', async () => {
  const inputs = ['--input', `DatastoreName=${JSON.parse(`"${hostile}"`)}`];
  const terminal: FakeIoOptions = { stdout: { isTerminal: true } };
  const { stdout, stderr } = await runCli(['run', ...provision, ...inputs], terminal);

  expect(stderr).not.toMatch(steering);
  expect(stdout).not.toContain('\u001B[2J');
});
