import { expect, test } from 'vitest';

import { createProgressLines } from '../../src/cli/run/progress-lines.ts';
import { idle } from '../../src/cli/run/step-progress.ts';
import type { RunEvent } from '../../src/machines/index.ts';

const place = { workflowId: 'w', depth: 0, stepId: 'poll', visit: 1, attempt: 1, at: 0 };
const getJob = { operation: { operationId: 'getJob' } };
const wait = { stepId: 'poll', reason: 'retry', from: 0, until: 0, action: 'again' };

/** What is told of polls of a service that says nothing about itself, answered with these status codes. */
function linesOf(statusCodes: readonly number[]): readonly string[] {
  let text = '';
  const { onEvent } = createProgressLines({
    steps: [{ ...idle, stepId: 'poll', operation: 'getJob' }],
    describe: () => undefined,
    output: {
      isTerminal: false,
      columns: 80,
      rows: 24,
      write: (more: string) => (text += more),
    },
    hide: (line: string) => line,
    now: () => 0,
  } as never);
  for (const [index, statusCode] of statusCodes.entries()) {
    const isLast = index === statusCodes.length - 1;
    const call = { ...place, operation: 'getJob', request: getJob };
    const context = isLast ? {} : { wait };
    const answer = { statusCode, headers: {}, body: {} };
    const transition = { kind: 'action' };
    onEvent({ type: 'call', ...call } as RunEvent);
    onEvent({ type: 'answer', ...call, answer, context, transition } as never);
    if (!isLast) onEvent({ type: 'wait', ...place, ...wait } as RunEvent);
  }
  return text.split('\n').filter((line) => line.includes('answered'));
}

test('the answer that ends a poll is told, however many there were', () => {
  expect(linesOf([200, 200, 200, 200, 200]).at(-1)).toContain('200 (call 5)');
});

test('so is another status code, where no other status is known', () => {
  const told = linesOf([200, 200, 200, 200, 503, 200, 200, 200]);
  const counts = told.map((line) => /call (\d+)/u.exec(line)?.[1] ?? '1');
  expect(counts).toEqual(['1', '2', '3', '5', '6', '8']);
});
