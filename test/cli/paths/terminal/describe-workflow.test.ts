import { describe, expect, test } from 'vitest';
import { describeWorkflow } from '../../../../src/cli/paths/terminal/describe-workflow.ts';
import { terminalSetting } from '../../../../src/cli/paths/terminal/terminal-setting.ts';
import { hideNothing } from '../../../../src/testing/reports/hide-path.ts';
import type { WorkflowReport } from '../../../../src/testing/run-paths/path-result.ts';
import { path, report } from '../../../testing/support/reports.ts';
import { createFakeIo } from '../../support/fake-io.ts';

function draw(workflow: WorkflowReport, { verbose = false, hasColors = false } = {}) {
  const { stdout } = createFakeIo({ stdout: { hasColors } });
  return describeWorkflow(
    workflow,
    terminalSetting(stdout, { verbose, hide: hideNothing }),
  );
}

function long(): WorkflowReport {
  let beginning = '';
  const paths = Array.from({ length: 300 }, (_, index) => {
    const failed = path(`${beginning}step${index} 500 → failed`);
    beginning += `step${index} 200 → `;
    return failed;
  });
  return report([...paths, path(`${beginning}completed`)]);
}

describe('a long workflow', () => {
  test('does not flood, and says how much more there is and how to see it', () => {
    const text = draw(long());

    expect(text.split('\n').length).toBeLessThan(60);
    expect(text).toContain('… 281 more paths: --verbose draws them, --json has them');
  });

  test('is drawn whole when that is asked for', () => {
    expect(draw(long(), { verbose: true })).toContain('└─ ✓ step299 200 → completed');
  });

  test('keeps to a hundred columns', () => {
    const problems = [
      { kind: 'state' as const, message: 'word '.repeat(60), actual: 'x'.repeat(300) },
    ];
    const { paths } = long();
    const failed = paths.map((each) => ({
      ...each,
      result: 'failed' as const,
      problems,
    }));
    const uncovered = [{ what: 'what '.repeat(40), why: 'why '.repeat(40) }];

    const lines = draw(report(failed, { uncovered })).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe('a failed path', () => {
  test('shows of objects only what differs', () => {
    const expected = { a: { b: 1, same: [1, 2] }, old: 'x' };
    const actual = { a: { b: 2, same: [1, 2] }, added: null };
    const problems = [
      { kind: 'request' as const, stepId: 'create', message: 'No.', expected, actual },
    ];
    const failed = path('create 200 → completed', { result: 'failed', problems });

    expect(draw(report([failed]))).toContain(`
  ✗ create 200 → completed
    with all inputs
    request in create: No.
      at /a/b
      expected  1
      seen      2
      at /old
      expected  "x"
      seen      nothing
      at /added
      expected  nothing
      seen      null
`);
  });

  test('has few of many problems, unless all are wanted', () => {
    const problems = Array.from({ length: 8 }, (_, index) => ({
      kind: 'outputs' as const,
      message: `Problem ${index}.`,
    }));
    const failed = report([path('a 1 → failed', { result: 'failed', problems })]);

    expect(draw(failed)).toContain('… 3 more problems');
    expect(draw(failed)).not.toContain('Problem 7.');
    expect(draw(failed, { verbose: true })).toContain('Problem 7.');
  });
});

test('colours stand only where they can be seen', () => {
  const paths = [path('a 1 → failed')];

  expect(draw(report(paths), { hasColors: true })).toContain('\u001B[32m✓\u001B[39m a 1');
  expect(draw(report(paths))).not.toContain('\u001B');
});

describe('a path that is unfinished', () => {
  const unfinished = report([
    path('list 404 → unfinished'),
    path('list 200 → completed'),
  ]);

  test('does not look like a success, and is counted', () => {
    const text = draw(unfinished);

    expect(text).toMatch(/^pets {2}2 paths: 1 unfinished$/mu);
    expect(text).toMatch(/─ \? list 404 → unfinished$/mu);
  });

  test('says what is the matter, and where it stops', () => {
    const text = draw(unfinished);

    expect(text).toContain('? 1 path is unfinished\n    Nothing that was found leads to');
    expect(text).toContain('They stop in next.');
  });

  test('shows a failure where it has failed', () => {
    const failed = path('list 404 → unfinished', { result: 'failed' });

    expect(draw(report([failed]))).not.toContain('is unfinished');
  });
});
