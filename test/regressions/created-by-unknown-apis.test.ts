import { expect, test } from 'vitest';

import { describeEnd } from '../../src/cli/run/describe-end.ts';
import type { RunReport } from '../../src/cli/run/run-report.ts';

const call = {
  stepId: 'add',
  visit: 1,
  attempt: 1,
  operation: 'addBook',
  statusCode: 201,
  action: 'next',
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1,
  requests: 1,
};
const failure = {
  kind: 'criteria',
  message: 'It failed.',
  notDone: [],
  leftBehind: [],
} as const;

function endOf(
  createdIsKnown: boolean,
  steps: RunReport['steps'],
  end: Partial<RunReport> = {},
): string {
  const report = { workflowId: 'w', runId: 'r', target: 't', outputs: {}, steps };
  const setting = { style: (_name: unknown, text: string) => text, elapsed: 0 };
  return describeEnd(
    { ...report, status: 'failed', failure, ...end },
    { ...setting, simulated: false, createdIsKnown },
  );
}

test('where APIs do not say what they create, nobody says that nothing was created', () => {
  expect(endOf(false, [call])).toContain('left behind  not known');
});

test.each([
  ['where they do', true, [call]],
  ['where nothing was called', false, []],
  ['where nothing was sent', false, [{ ...call, statusCode: null, requests: 0 }]],
])('%s, nothing named is nothing created', (_case, createdIsKnown, steps) => {
  expect(endOf(createdIsKnown, steps)).toContain('left behind  nothing');
});

test.each<[string, Partial<RunReport>]>([
  ['interrupted', { abortedIn: 'add', leftBehind: [] }],
  ['reaches its time limit', { failure: { ...failure, kind: 'timeout', stepId: 'add' } }],
])('what the first call was about when the run is %s is not known', (_case, end) => {
  expect(endOf(false, [], end)).toContain('left behind  not known');
});
