import { describe, expect, test } from 'vitest';
import { find, placesOf } from '../support/find.ts';
import { end, goto, step } from '../support/step.ts';

const again = { name: 'again', type: 'goto', workflowId: 'w' };
const pending = { condition: "$response.body#/s == 'PENDING'" };

async function loopsIn(...steps: readonly object[]): Promise<readonly string[]> {
  return placesOf(await find(steps)).filter((place) => place.startsWith('ENDLESS_LOOP'));
}

describe('a workflow that goes to itself', () => {
  test('is endless when no success ends it', async () => {
    const place = 'ENDLESS_LOOP /steps/0/onSuccess/0';

    expect(await loopsIn(step('a', { onSuccess: [again] }))).toEqual([place]);
  });

  test('is endless when only its last step does', async () => {
    const skip = goto('skip', 'b', '$statusCode == 404');
    const steps = [
      step('a', { onFailure: [skip] }),
      step('b', { onSuccess: [again], onFailure: [again] }),
    ];

    expect(await loopsIn(...steps)).toEqual(['ENDLESS_LOOP /steps/1/onSuccess/0']);
  });

  test('is not when an action ends it, or goes elsewhere', async () => {
    const done = end('done', "$response.body#/s == 'DONE'");

    expect(await loopsIn(step('a', { onSuccess: [done, again] }))).toEqual([]);
    expect(
      await loopsIn(step('a', { onSuccess: [again], onFailure: [end('gone')] })),
    ).toEqual([]);
  });

  test('is not when it does so only now and then', async () => {
    const onSuccess = [{ ...again, criteria: [pending] }, end('done')];

    expect(await loopsIn(step('a', { onSuccess }))).toEqual([]);
    expect(await loopsIn(step('a', { onFailure: [again] }))).toEqual([]);
  });
});
