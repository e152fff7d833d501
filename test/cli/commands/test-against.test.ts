import { expect, test } from 'vitest';
import { test as testCommand } from '../../../src/cli/commands/test.ts';
import { ArazzoError } from '../../../src/diagnostics/index.ts';
import { path } from '../../testing/support/reports.ts';
import { createFakeIo } from '../support/fake-io.ts';
import { pathTools } from '../support/path-tools.ts';
import { runCli } from '../support/run-cli.ts';
import { twoWorkflows } from '../support/two-workflows.ts';

const reason = 'Nobody answers like that.';
const skipped = path('create odd → failed', { result: 'skipped', reason });
const passed = path('create 200 → completed');

async function testFirst(
  argv: readonly string[] = [],
): Promise<{ code: number; io: ReturnType<typeof createFakeIo> }> {
  const io = createFakeIo({ files: { 'a.yaml': twoWorkflows() } });
  const report = { paths: [skipped, passed], remarks: ['Something is scripted.'] };
  const tools = pathTools({ first: report });
  return { code: await testCommand(['a.yaml', 'first', ...argv], io, tools), io };
}

test('paths that are skipped do not fail, and are counted', async () => {
  const { code, io } = await testFirst();
  expect(code).toBe(0);
  expect(io.stdout.text).toMatch(/^first {2}2 paths: 1 skipped$/mu);
  expect(io.stdout.text).toMatch(/ – create odd → failed$/mu);
  expect(io.stdout.text).toMatch(/^✓ 1 path passed, 1 skipped in \d+ ms$/mu);
});

test('paths that are skipped stand together with the reason, and remarks below', async () => {
  const { io } = await testFirst();
  expect(io.stdout.text).toContain(
    `  – 1 path was skipped\n    ${reason}\n      create odd → failed\n\n  Something is scripted.\n`,
  );
});

test('every report says what was skipped and why', async () => {
  const { io } = await testFirst(['--junit', 'j.xml', '--html', 'r.html', '--json']);
  expect(JSON.parse(io.stdout.text)).toMatchObject({
    workflows: [
      {
        paths: [{ result: 'skipped', reason }, { result: 'passed' }],
        remarks: ['Something is scripted.'],
      },
    ],
  });
  expect(io.written.get('j.xml')).toContain(`<skipped message="${reason}"/>`);
  expect(io.written.get('j.xml')).toContain('skipped="1"');
  expect(io.written.get('r.html')).toContain('Skipped (1)');
  expect(io.written.get('r.html')).toContain('1 of 2 paths passed');
});

test.each([
  [['--against', 'http', '--record'], 'Only scripted paths', '--against http'],
  [['--against', 'simulator', '--record'], 'Only scripted paths', '--against simulator'],
  [['--against', 'simulator', '--expect', 'e.json'], 'can be compared', '--expect'],
])('%j is told with a remedy', async (argv, message, remedy) => {
  const files = { 'a.yaml': twoWorkflows() };
  const { code, stderr } = await runCli(['test', 'a.yaml', ...argv], { files });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain(remedy);
});

test('a request that HealthLake refuses is told, and the exit code is 1', async () => {
  const argv = ['test', 'a.yaml', 'first', '--against', 'simulator'];
  const files = { 'a.yaml': twoWorkflows() };
  const { code, stdout } = await runCli(argv, { files });
  expect(code).toBe(1);
  expect(stdout).toContain('"DatastoreId" is missing');
});

test('what is not called over HTTP is said, and the exit code is 2', async () => {
  const argv = ['test', 'a.yaml', 'first', '--against', 'http'];
  const files = { 'a.yaml': twoWorkflows() };
  const { code, stderr } = await runCli(argv, { files });
  expect(code).toBe(2);
  expect(stderr).toContain('first: The workflow calls nothing over HTTP.');
});

const nothing = 'The workflow calls nothing over HTTP.';

/** The same tools, which can run the paths of some workflows only. */
function toolsFor(...able: readonly string[]): ReturnType<typeof pathTools> {
  const tools = pathTools();
  return {
    ...tools,
    runPaths: async (workflow, ...rest) => {
      if (able.includes(workflow.workflowId)) return tools.runPaths(workflow, ...rest);
      throw new ArazzoError('NOTHING_TO_CALL', nothing);
    },
  };
}

async function testBoth(
  argv: readonly string[] = [],
): Promise<{ code: number; io: ReturnType<typeof createFakeIo> }> {
  const io = createFakeIo({ files: { 'a.yaml': twoWorkflows() } });
  const call = ['a.yaml', '--against', 'http', ...argv];
  return { code: await testCommand(call, io, toolsFor('second')), io };
}

test('workflows that call nothing there are left out in one line, and the others are run', async () => {
  const { code, io } = await testBoth();
  expect(code).toBe(0);
  expect(io.stdout.text).toMatch(/^second {2}2 paths passed$/mu);
  expect(io.stdout.text).not.toMatch(/^first/mu);
  expect(io.stderr.text).toContain(`"first" was left out. ${nothing}\n`);
});

test('programs are told which workflows are left out', async () => {
  const { io } = await testBoth(['--json']);
  expect(JSON.parse(io.stdout.text)).toMatchObject({
    workflows: [{ workflowId: 'second' }],
    leftOut: [{ workflowId: 'first', why: nothing }],
  });
});

test('where all workflows call nothing there, the exit code is 2', async () => {
  const io = createFakeIo({ files: { 'a.yaml': twoWorkflows() } });
  const call = ['a.yaml', '--against', 'http'];
  await expect(testCommand(call, io, toolsFor())).rejects.toThrow(`first: ${nothing}`);
});
