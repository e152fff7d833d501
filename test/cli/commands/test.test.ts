import { describe, expect, test } from 'vitest';
import { test as testCommand } from '../../../src/cli/commands/test.ts';
import { ArazzoError } from '../../../src/diagnostics/index.ts';
import { path } from '../../testing/support/reports.ts';
import { createFakeIo } from '../support/fake-io.ts';
import type { FakeIo } from '../support/fake-io.ts';
import { pathTools } from '../support/path-tools.ts';
import type { AskedTools } from '../support/path-tools.ts';
import { runCli } from '../support/run-cli.ts';
import { twoWorkflows } from '../support/two-workflows.ts';

const failed = path('create 201 → completed', {
  result: 'failed',
  problems: [{ kind: 'request', event: 0, message: 'The body has no name.' }],
});

async function runTest(
  argv: readonly string[],
  {
    tools = pathTools(),
    files = {},
  }: { tools?: AskedTools; files?: Record<string, string> } = {},
): Promise<{ code: number; io: FakeIo; tools: AskedTools }> {
  const io = createFakeIo({ files: { 'a.yaml': twoWorkflows(), ...files } });
  return { code: await testCommand(argv, io, tools), io, tools };
}

describe('test', () => {
  test('ends with 0 when all paths pass', async () => {
    const { code, io } = await runTest(['a.yaml']);

    expect(code).toBe(0);
    expect(io.stdout.text).toMatch(/^first {2}2 paths passed$/mu);
    expect(io.stdout.text).toMatch(/^ {2}└─ ✓ create 201 → read 200 → completed$/mu);
    expect(io.stdout.text).toMatch(/^✓ 4 paths passed in \d+ ms$/mu);
  });

  test('ends with 1 when a path fails, and says why', async () => {
    const tools = pathTools({ second: { paths: [failed] } });
    const { code, io } = await runTest(['a.yaml'], { tools });

    expect(code).toBe(1);
    expect(io.stdout.text).toContain('second  1 path: 1 failed');
    expect(io.stdout.text).toContain(
      '    request after create 201 (event 1 of 1): The body has no name.\n',
    );
    expect(io.stdout.text).toContain('✗ 1 of 3 paths failed');
  });

  test('tells what fails in the same way once', async () => {
    const paths = Array.from({ length: 9 }, (_, index) => ({
      ...failed,
      name: `${index}`,
    }));
    const { io } = await runTest(['a.yaml', 'first'], {
      tools: pathTools({ first: { paths } }),
    });

    expect(io.stdout.text.match(/has no name/gu)).toHaveLength(1);
    expect(io.stdout.text).toContain('8 more paths fail in the same way');
  });

  test('prints one object for programs', async () => {
    const tools = pathTools({ first: { paths: [failed] } });
    const { code, io } = await runTest(['a.yaml', 'first', '--json'], { tools });

    expect({ code, stderr: io.stderr.text }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(io.stdout.text)).toMatchObject({
      workflows: [{ workflowId: 'first', paths: [{ ...failed, result: 'failed' }] }],
    });
  });

  test('ends with 1 when less is covered than there must be, and says what', async () => {
    const { code, io } = await runTest(['a.yaml', 'first', '--threshold=91.7']);

    expect(code).toBe(1);
    expect(io.stdout.text).toContain(
      '✗ first: 11/12 transitions (91.6 %) are covered, and 91.7 % are wanted\n' +
        '✗ first: 7/8 criteria (87.5 %) are covered, and 91.7 % are wanted\n',
    );
  });

  test('takes a threshold for each measure', async () => {
    const argv = ['a.yaml', 'first', '--threshold', 'states=100,transitions=91.6'];

    expect((await runTest(argv)).code).toBe(0);
    expect((await runTest([...argv, '--threshold=criteria=90'])).code).toBe(1);
  });

  test('says to programs what is missed', async () => {
    const { io } = await runTest([
      'a.yaml',
      'first',
      '--json',
      '--threshold=criteria=90',
    ]);

    expect(JSON.parse(io.stdout.text)).toMatchObject({
      missed: [
        { workflowId: 'first', measure: 'criteria', covered: 7, total: 8, wanted: 90 },
      ],
    });
  });

  test('writes JUnit XML and a page', async () => {
    const { io } = await runTest(['a.yaml', '--junit', 'j.xml', '--html', 'r.html']);

    expect(io.written.get('j.xml')).toMatch(/^<\?xml [^]+<testsuite name="second"/u);
    expect(io.written.get('r.html')).toMatch(/^<!doctype html>[^]+<h2>second<\/h2>/u);
  });

  test('hides secrets in every report', async () => {
    const requests = [
      {
        stepId: 'create',
        call: 'createPet',
        method: 'POST',
        url: 'https://x.example/?api_key=k-1&a=b',
        headers: { authorization: 'Bearer k-1' },
        parameters: [{ name: 'X-Api-Key', in: 'header', value: 'k-1' }],
        body: { token: 'k-1' },
      },
    ];
    const problems = [
      { kind: 'request' as const, message: 'No.', actual: { password: 'k-1' } },
    ];
    const tools = pathTools({ first: { paths: [{ ...failed, requests, problems }] } });
    const reports = ['--junit=j', '--html=h', '--json'];
    const { io } = await runTest(['a.yaml', 'first', ...reports], { tools });
    const told = await runTest(['a.yaml', 'first'], { tools });

    const texts = [...io.written.values(), io.stdout.text, told.io.stdout.text];
    expect(texts).toHaveLength(4);
    for (const text of texts) {
      expect(text).not.toContain('k-1');
      expect(text).toContain('[redacted]');
    }
  });

  test('says who the paths are run against', async () => {
    const { tools } = await runTest(['a.yaml', 'first', '--against', 'http']);

    expect(tools.asked).toEqual([{}, { against: 'http' }]);
  });

  test('does not pretend to run them against what it cannot', async () => {
    const call = runTest(['a.yaml', 'first', '--against', 'simulator']);

    await expect(call).rejects.toMatchObject({
      name: 'UsageError',
      hint: 'Write --against scripted or http.',
    });
  });

  test('names workflows with errors and ends with 2', async () => {
    const files = { 'a.yaml': twoWorkflows({ broken: true }) };
    const { code, io } = await runTest(['a.yaml'], { files });

    expect(code).toBe(2);
    expect(io.stderr.text).toContain('"third" has errors and was left out.');
    expect(io.stdout.text).toContain('✓ 4 paths passed');
  });

  test('tells why paths cannot be run', async () => {
    const tools: AskedTools = {
      ...pathTools(),
      runPaths: async () => {
        throw new ArazzoError('UNKNOWN_MACHINE', 'This cannot be run.');
      },
    };

    await expect(runTest(['a.yaml', 'first'], { tools })).rejects.toMatchObject({
      name: 'UsageError',
      message: 'first: This cannot be run.',
    });
  });

  test('passes on every path of an example', async () => {
    const { code, stdout } = await runCli([
      'test',
      'examples/healthlake/start-export-poll-and-list.arazzo.yaml',
      '--threshold=transitions=100',
    ]);

    expect(code).toBe(0);
    expect(stdout).toMatch(/✓ pollExportJob FAILED → failed/u);
  });
});
