import { describe, expect, test } from 'vitest';
import { paths } from '../../../src/cli/commands/paths.ts';
import { path } from '../../testing/support/reports.ts';
import { createFakeIo } from '../support/fake-io.ts';
import type { FakeIo } from '../support/fake-io.ts';
import { pathTools } from '../support/path-tools.ts';
import type { AskedTools } from '../support/path-tools.ts';
import { runCli } from '../support/run-cli.ts';
import { twoWorkflows } from '../support/two-workflows.ts';

async function runPaths(
  argv: readonly string[],
  { text = twoWorkflows(), tools = pathTools() } = {},
): Promise<{ code: number; io: FakeIo; tools: AskedTools }> {
  const io = createFakeIo({ files: { 'a.yaml': text } });
  return { code: await paths(argv, io, tools), io, tools };
}

describe('paths', () => {
  test('draws the paths of every workflow as a tree', async () => {
    const { code, io } = await runPaths(['a.yaml']);

    expect(code).toBe(0);
    expect(io.stdout.text).toContain(
      `first  2 paths
  ├─ create 500 → failed
  └─ create 201 → read 200 → completed

  covered  states 9/9 · transitions 11/12 · criteria 7/8 · actions 0/0

second  2 paths
`,
    );
  });

  test('says what is not covered, and why', async () => {
    const uncovered = [{ what: 'transition a → b', why: 'Nothing answers 418.' }];
    const tools = pathTools({ second: { uncovered, cut: 'More than 2 paths.' } });
    const { io } = await runPaths(['a.yaml', 'second'], { tools });

    expect(io.stdout.text).toContain(`  not covered
    transition a → b
      Nothing answers 418.
  More than 2 paths.
`);
  });

  test('prints one object for programs, without results', async () => {
    const { io } = await runPaths(['a.yaml', 'first', '--json']);

    expect(io.stderr.text).toBe('');
    const { workflows } = JSON.parse(io.stdout.text) as { workflows: object[] };
    expect(workflows).toEqual([
      {
        workflowId: 'first',
        paths: [
          path('create 201 → read 200 → completed'),
          path('create 500 → failed'),
        ].map(({ name, inputs, events, end }) => ({ name, inputs, events, end })),
        coverage: expect.objectContaining({ transitions: { covered: 11, total: 12 } }),
        uncovered: [],
      },
    ]);
  });

  test('hides secrets in what it prints', async () => {
    const values = { pin: 'hush-hush', apiKey: 'k-1', name: 'a hush-hush' };
    const secret = path('create 201 → completed', { inputs: { name: 'all', values } });
    const tools = pathTools({ first: { paths: [secret] } });
    const { io } = await runPaths(['a.yaml', 'first', '--json'], { tools });

    expect(io.stdout.text).not.toMatch(/hush|k-1/u);
    expect(io.stdout.text).toContain('"name": "a [redacted]"');
  });

  test('asks for the paths that are wanted', async () => {
    const options = [
      '--select',
      'simple',
      '--max-paths=7',
      '--sub-workflows',
      'one-case',
    ];
    const { tools } = await runPaths(['a.yaml', 'first', ...options]);

    expect(tools.asked).toEqual([
      { select: 'simple', maxPaths: 7, subWorkflows: 'one-case' },
    ]);
  });

  test('names workflows with errors, lists the others and ends with 2', async () => {
    const { code, io } = await runPaths(['a.yaml'], {
      text: twoWorkflows({ broken: true }),
    });

    expect(code).toBe(2);
    expect(io.stderr.text).toContain('"third" has errors and was left out.');
    expect(io.stdout.text).toMatch(/^first {2}2 paths[^]+^second {2}2 paths/mu);
  });

  test('names workflows with errors to programs too', async () => {
    const { code, io } = await runPaths(['a.yaml', '--json'], {
      text: twoWorkflows({ broken: true }),
    });

    expect({ code, stderr: io.stderr.text }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(io.stdout.text)).toMatchObject({
      workflows: [{ workflowId: 'first' }, { workflowId: 'second' }],
      unusable: ['third'],
      diagnostics: [{ code: 'UNKNOWN_STEP', severity: 'error' }],
    });
  });

  test('takes workflows with errors when they are allowed', async () => {
    const { code, io } = await runPaths(['a.yaml', 'third', '--allow-errors'], {
      text: twoWorkflows({ broken: true }),
    });

    expect(code).toBe(0);
    expect(io.stdout.text).toMatch(/^third {2}2 paths/u);
  });

  test.each([['third'], ['fourth']])('refuses the workflow "%s"', async (workflowId) => {
    const { code, io } = await runPaths(['a.yaml', workflowId], {
      text: twoWorkflows({ broken: true }),
    });

    expect({ code, stdout: io.stdout.text }).toEqual({ code: 2, stdout: '' });
    expect(io.stderr.text).toMatch(/UNKNOWN_(?:STEP|WORKFLOW)/u);
  });

  test('finds the paths of an example', async () => {
    const { code, stdout } = await runCli([
      'paths',
      'examples/healthlake/start-export-poll-and-list.arazzo.yaml',
    ]);

    expect(code).toBe(0);
    expect(stdout).toMatch(/pollExportJob FAILED → failed/u);
    expect(stdout).toMatch(/transitions (\d+)\/\1 /u);
  });
});
