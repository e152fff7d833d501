import { parseXmlDocument } from 'slimdom';
import type { Element } from 'slimdom';
import { describe, expect, test } from 'vitest';
import { toJUnit } from '../../../../src/testing/reports/junit/to-junit.ts';
import type { WorkflowReport } from '../../../../src/testing/run-paths/path-result.ts';
import { path, report } from '../../support/reports.ts';

const failed = path('create 200 → read <b>&"\' → failed', {
  result: 'failed',
  durationMs: 1234,
  problems: [
    { kind: 'end', event: 1, message: 'It ended.', expected: 'failed', actual: '</x>' },
    { kind: 'outputs', message: 'Second\nline \u001B[31m\uD800' },
  ],
});

function parse(...reports: readonly WorkflowReport[]): Element {
  const xml = toJUnit(reports, { document: 'a.yaml', at: Date.UTC(2030, 0, 2, 3, 4, 5) });
  const { documentElement } = parseXmlDocument(xml);
  if (documentElement === null) throw new Error('no element');
  return documentElement;
}

function attributesOf(element: Element | null | undefined): Record<string, string> {
  return Object.fromEntries(
    (element?.attributes ?? []).map(({ name, value }) => [name, value]),
  );
}

describe('toJUnit', () => {
  test('has a suite for each workflow, with counts', () => {
    const root = parse(
      report([path('create 200 → completed'), failed], { gone: ['old 200 → failed'] }),
      report([], { workflowId: 'other' }),
    );

    const suites = [...root.children].map(attributesOf);
    expect(suites).toMatchObject([
      { name: 'pets', tests: '3', failures: '2', errors: '0', id: '0', time: '1.236' },
      { name: 'other', tests: '0', failures: '0', id: '1', package: 'a.yaml' },
    ]);
    expect(suites[0]?.['timestamp']).toBe('2030-01-02T03:04:05');
  });

  test('has what the schema of Ant asks for, in its order', () => {
    const [suite] = parse(report([path('create 200 → completed')])).children;

    expect(suite?.children.map(({ tagName }) => tagName)).toEqual([
      'properties',
      'testcase',
      'system-out',
      'system-err',
    ]);
    const wanted = ['name', 'package', 'id', 'timestamp', 'hostname', 'tests'];
    expect(Object.keys(attributesOf(suite))).toEqual(
      expect.arrayContaining([...wanted, 'failures', 'errors', 'time']),
    );
  });

  test('tells every problem of a path, whatever characters it has', () => {
    const [testcase] = parse(report([failed])).getElementsByTagName('testcase');

    expect(attributesOf(testcase)).toMatchObject({
      name: failed.name,
      classname: 'pets',
      time: '1.234',
    });
    const [failure] = testcase?.children ?? [];
    expect(attributesOf(failure)).toEqual({ message: 'It ended.', type: 'end' });
    expect(failure?.textContent).toBe(
      'end after read <b>&"\' (event 2 of 2): It ended.\n' +
        '  expected "failed"\n  seen     "</x>"\noutputs: Second\nline [31m',
    );
  });

  test('has the coverage as properties, and says what is not covered', () => {
    const root = parse(report([]));

    const properties = root.getElementsByTagName('property').map(attributesOf);
    expect(properties).toContainEqual({
      name: 'coverage.transitions',
      value: '11/12 (91.6 %)',
    });
    expect(root.getElementsByTagName('system-out')[0]?.textContent).toContain(
      'transition poll → failed (gone)',
    );
  });
});
