import { createMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import type { WorkflowConfig } from '../../../src/arazzo-import/index.ts';
import { importArazzo } from '../../../src/index.ts';
import { loadWorkflow } from '../../../src/machines/index.ts';
import { provision } from '../support/examples.ts';
import { runCli } from '../support/run-cli.ts';

const [document] = provision;

describe('export --to json', () => {
  test('prints the config that the library makes', async () => {
    const { code, stdout } = await runCli(['export', document, '--to', 'json']);

    const { config } = (await importArazzo(document)).workflow();
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(config);
  });

  test('prints what loads again', async () => {
    const { stdout } = await runCli(['export', document, '--to', 'json']);

    const workflow = await loadWorkflow(JSON.parse(stdout) as WorkflowConfig);
    expect(workflow.workflowId).toBe('provision-datastore-and-export');
    expect(workflow.machine().id).toBe('provision-datastore-and-export');
  });

  test('writes to a file when one is given', async () => {
    const { stdout, io } = await runCli([
      'export',
      document,
      '--to',
      'json',
      '--output',
      'c.json',
    ]);

    expect(stdout).toBe('');
    expect(JSON.parse(io.written.get('c.json') ?? '')).toHaveProperty('states');
  });
});

test('export --to stately prints a literal that bare XState loads', async () => {
  const { stdout } = await runCli(['export', document, '--to', 'stately']);

  const literal = /createMachine\((\{[^]*\})\)/u.exec(stdout)?.[1];
  // oxlint-disable-next-line typescript/no-implied-eval -- the literal is ours, and must be one
  const config = new Function(`return ${literal}`)() as Parameters<
    typeof createMachine
  >[0];
  expect(Object.keys(createMachine(config).states)).toEqual(
    expect.arrayContaining(['createDatastore', 'pollDatastore', 'startExportJob']),
  );
});

test.each([
  ['an unknown workflow', [document, 'other'], 'UNKNOWN_WORKFLOW'],
  ['a file that is not there', ['none.yaml'], 'FILE_UNREADABLE'],
])('export of %s is refused', async (_name, argv, codeOfDiagnostic) => {
  const { code, stdout, stderr } = await runCli(['export', ...argv, '--to', 'json']);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(codeOfDiagnostic);
});
