import { expect, test } from 'vitest';
import { one, planned } from '../analysis/paths/support/plan.ts';
import { action, simple } from '../machines/support/workflow-text.ts';

const ok = [simple('$statusCode == 200')];
const again = (retryLimit: number): Readonly<Record<string, unknown>> =>
  action('again', 'retry', { retryLimit });

test('a retry that is never taken takes nothing from another of its name', async () => {
  const steps = [
    { stepId: 'a', successCriteria: ok, onFailure: [again(2)] },
    { stepId: 'b', successCriteria: ok, onFailure: [again(0)] },
  ];
  const { names } = await planned(one(steps), { select: 'simple' });
  expect(names).toContain('a 400 → wait → a 200 → b 400 → failed');
});

test('what is asked once a retry is used up counts as asked', async () => {
  const retry = action('again', 'retry', { retryLimit: 2, if: '$statusCode == 503' });
  const stop = action('stop', 'end', { if: '$statusCode == 503' });
  const { coverage } = await planned(
    one([{ stepId: 'a', successCriteria: ok, onFailure: [retry, stop] }]),
  );
  expect(coverage.criteria).toEqual({ covered: 6, total: 6 });
});

test('the order in which retries were taken makes no difference', async () => {
  const retries = Array.from({ length: 5 }, (_, index) =>
    action(`again${index}`, 'retry', {
      retryLimit: 2,
      if: `$statusCode == ${500 + index}`,
    }),
  );
  const { cut } = await planned(
    one([{ stepId: 'a', successCriteria: ok, onFailure: retries }]),
    { maxStates: 100 },
  );
  expect(cut).toBeUndefined();
});
