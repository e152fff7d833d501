import { expect, test } from 'vitest';

import { describeEnd } from '../../src/cli/run/describe-end.ts';

/** What the end of a run says that left out so many steps. */
function endWithout(count: number): string {
  const notDone = Array.from({ length: count }, (_, index) => `s${index + 1}`);
  const failure = {
    kind: 'step-limit',
    message: 'It ended.',
    notDone,
    leftBehind: [],
  } as const;
  const report = { workflowId: 'w', runId: 'r', target: 't', steps: [], outputs: {} };
  return describeEnd(
    { ...report, status: 'failed', failure },
    { style: (_name, text) => text, elapsed: 0, simulated: true },
  );
}

test('of many steps that were not done only the first are named', () => {
  expect(endWithout(10_000)).toContain('s11, s12 and 9988 more\n');
  expect(endWithout(12)).toContain('s11, s12\n');
});
