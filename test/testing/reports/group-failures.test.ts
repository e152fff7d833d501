import { expect, test } from 'vitest';
import { groupFailures } from '../../../src/testing/reports/group-failures.ts';
import type { PathProblem } from '../../../src/testing/run-paths/path-result.ts';
import { path } from '../support/reports.ts';

function failed(name: string, ...problems: readonly Partial<PathProblem>[]) {
  const all = problems.map((problem) => ({
    kind: 'request' as const,
    message: 'No name.',
    ...problem,
  }));
  return path(name, { result: 'failed', problems: all });
}

test('paths with the same problems are one group, wherever these were seen', () => {
  const [one, two, other] = [
    failed('a 1 → failed', { event: 0, stepId: 'a' }),
    failed('b 1 → failed', { event: 3, stepId: 'b' }, { event: 4, stepId: 'c' }),
    failed('c 1 → failed', { actual: null }),
  ];

  expect(groupFailures([one, other, two])).toEqual([
    { first: one, others: [two] },
    { first: other, others: [] },
  ]);
});
