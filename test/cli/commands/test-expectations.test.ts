import { describe, expect, test } from 'vitest';
import { test as testCommand } from '../../../src/cli/commands/test.ts';
import type { PathResult } from '../../../src/testing/run-paths/path-result.ts';
import { path } from '../../testing/support/reports.ts';
import { createFakeIo } from '../support/fake-io.ts';
import type { FakeIo } from '../support/fake-io.ts';
import { pathTools } from '../support/path-tools.ts';
import { runCli } from '../support/run-cli.ts';
import { twoWorkflows } from '../support/two-workflows.ts';

const place = 'a.yaml.expected.json';
const one = path('one 200 → completed', { outputs: { id: 1 } });
const two = path('two 500 → failed');
const three = path('three 404 → failed');

/** Tests the first workflow as if it had these paths. */
async function runFirst(
  paths: readonly PathResult[],
  argv: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
): Promise<{ code: number; io: FakeIo }> {
  const io = createFakeIo({ files: { 'a.yaml': twoWorkflows(), ...files } });
  const tools = pathTools({ first: { paths } });
  return { code: await testCommand(['a.yaml', ...argv], io, tools), io };
}

async function record(paths: readonly PathResult[]): Promise<string> {
  const { io } = await runFirst(paths, ['first', '--record']);
  return io.written.get(place) ?? '';
}

describe('test --record', () => {
  test('writes what the paths did beside the document', async () => {
    const { code, io } = await runFirst([one, two], ['first', '--record']);

    expect(code).toBe(0);
    expect(JSON.parse(io.written.get(place) ?? '')).toEqual({
      version: 1,
      workflows: {
        first: {
          [one.name]: {
            inputs: { name: 'Tom' },
            requests: [],
            outputs: { id: 1 },
            steps: {},
            criteria: [],
            waits: [],
            end: 'completed',
          },
          [two.name]: {
            inputs: { name: 'Tom' },
            requests: [],
            outputs: {},
            steps: {},
            criteria: [],
            waits: [],
            end: 'failed',
          },
        },
      },
    });
    expect(io.stdout.text).toContain(
      `recorded 2 in ${place}: 2 new, 0 changed, 0 gone\n`,
    );
  });

  test('says what is new, changed and gone', async () => {
    const files = { [place]: await record([one, two]) };
    const changed = { ...one, outputs: { id: 2 } };
    const { io } = await runFirst([changed, three], ['first', '--record'], files);

    expect(io.stdout.text).toContain('recorded 2 in ');
    expect(io.stdout.text).toContain(': 1 new, 1 changed, 1 gone\n');
  });

  test('leaves what was recorded of other workflows', async () => {
    const files = { [place]: (await record([one])).replace('"first"', '"second"') };
    const { io } = await runFirst([one], ['first', '--record'], files);

    const { workflows } = JSON.parse(io.written.get(place) ?? '') as {
      workflows: object;
    };
    expect(Object.keys(workflows)).toEqual(['first', 'second']);
  });

  test('writes to a file that is named', async () => {
    const { io } = await runFirst([one], ['first', '--record=x.json', '--json']);

    expect([...io.written.keys()]).toEqual(['x.json']);
    expect(JSON.parse(io.stdout.text)).toMatchObject({
      recorded: { file: 'x.json', paths: 1, added: 1, changed: 0, gone: 0 },
    });
  });
});

describe('test with expectations', () => {
  test('passes when nothing has changed', async () => {
    const { code, io } = await runFirst([two, one], ['first'], {
      [place]: await record([one, two]),
    });

    expect({ code, stderr: io.stderr.text }).toMatchObject({ code: 0 });
    expect(io.stderr.text).not.toContain('--record');
  });

  test('fails and shows what has changed', async () => {
    const changed = { ...one, outputs: { id: 2 } };
    const { code, io } = await runFirst([changed, two], ['first'], {
      [place]: await record([one, two]),
    });

    expect(code).toBe(1);
    expect(io.stdout.text).toContain(`    recording: The outputs differ at /id.
      expected  1
      seen      2
`);
  });

  test('fails for paths that are new or gone', async () => {
    const { code, io } = await runFirst([one, three], ['first'], {
      [place]: await record([one, two]),
    });

    expect(code).toBe(1);
    expect(io.stdout.text).toContain('This path is new: it was not recorded.');
    expect(io.stdout.text).toContain(`recorded, and no longer there\n    ${two.name}\n`);
    expect(io.stdout.text).toContain('✗ 1 recorded path is gone\n');
  });

  test('fails for a workflow that the document no longer has', async () => {
    const old = JSON.parse(await record([one])) as { workflows: Record<string, object> };
    const workflows = { second: {}, ...old.workflows, 'long gone': {} };
    const files = { [place]: JSON.stringify({ ...old, workflows }) };

    expect((await runFirst([one], ['first'], files)).code).toBe(0);
    const { code, io } = await runFirst([one], [], files);
    expect(code).toBe(1);
    expect(io.stdout.text).toContain('✗ the recorded workflow "long gone" is gone');
  });

  test('reads the file that is named', async () => {
    const files = { 'x.json': await record([two]) };

    expect((await runFirst([two], ['first', '--expect=x.json'], files)).code).toBe(0);
    expect((await runFirst([one], ['first', '--expect=x.json'], files)).code).toBe(1);
  });

  test('says how to begin when there are none', async () => {
    const { io } = await runFirst([one], ['first']);

    expect(io.stderr.text).toContain(`--record writes it to ${place}`);
  });
});

describe('a mistake in the call of test', () => {
  test.each([
    [['--expect', 'none.json'], 'none.json cannot be read', '--record'],
    [['--expect', 'a.yaml'], 'a.yaml holds no expectations', 'another file'],
    [['--expect', 'a', '--record'], '--expect compares', '--record=a'],
    [['golden.json', '--record'], '"golden.json" stands', '--record=golden.json'],
    [['--against', 'htpp'], '--against cannot be "htpp"', 'Did you mean "http"?'],
    [['--select', 'all'], '--select cannot be "all"', 'covering, shortest, simple'],
    [['--max-paths', '0'], '--max-paths cannot be "0"', 'whole number'],
    [['--sub-workflows', 'x'], '--sub-workflows cannot', 'in-place, one-case'],
    [['--threshold', '101'], '--threshold "101" is no number', '--threshold 90'],
    [['--threshold', 'state=9'], 'knows no "state"', 'Did you mean "states"?'],
    [['--threshold', 'states='], '--threshold ""', 'states=90'],
    [['--tresholt', '9'], 'no option --tresholt', 'Did you mean --threshold?'],
    [['--cases', 'x.json'], 'The cases file x.json', 'the path of --cases'],
    [['--max-steps', '0'], '--max-steps cannot be "0"', 'whole number'],
  ])('is told with a remedy: %j', async (argv, message, remedy) => {
    const { code, stdout, stderr } = await runCli(['test', 'a.yaml', ...argv], {
      files: { 'a.yaml': twoWorkflows() },
    });

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(remedy);
  });

  test('is a place to record that is no file', async () => {
    const { code, stderr } = await runCli(['test', 'https://x.example/a', '--record']);

    expect(code).toBe(2);
    expect(stderr).toContain('--record=file.json');
  });
});
