import { expect, test } from 'vitest';
import { find, withCode } from '../support/find.ts';
import { end, goto, step } from '../support/step.ts';

/** Unreachable steps. */
async function unreachableIn(steps: readonly object[]) {
  return withCode(await find(steps), 'UNREACHABLE_STEP');
}

test('a step behind one that always ends is told with those that follow it', async () => {
  const found = await unreachableIn([
    step('a', { onSuccess: [end('stop')] }),
    step('b'),
    step('c'),
  ]);

  expect(found).toMatchObject([{ path: '/workflows/0/steps/1' }]);
  expect(found[0]?.message).toContain('"c" is not run either');
});

test('a step that only a failure action leads to is reached', async () => {
  const steps = [
    step('a', { onSuccess: [end('stop')], onFailure: [goto('undo', 'b')] }),
    step('b'),
  ];

  expect(await unreachableIn(steps)).toEqual([]);
});

test('a step that only helps a retry is reached', async () => {
  const onFailure = [{ name: 'r', type: 'retry', stepId: 'login' }];
  const steps = [step('a', { onSuccess: [end('stop')], onFailure }), step('login')];

  expect(await unreachableIn(steps)).toEqual([]);
});

test('nothing is said of a workflow that cannot run', async () => {
  const steps = [
    step('a', { onSuccess: [goto('x', 'missing'), end('stop')] }),
    step('b'),
  ];

  expect(await unreachableIn(steps)).toEqual([]);
});
