import { describe, expect, test } from 'vitest';
import { find, withCode } from '../support/find.ts';
import { goto, step } from '../support/step.ts';

const again = goto('again', 'get', "$response.body#/status == 'PENDING'");
const done = goto('done', 'next', "$response.body#/status == 'DONE'");

describe('a poll without a delay', () => {
  test('is found once for a step, at its first action that goes back', async () => {
    const more = goto('more', 'get', "$response.body#/status == 'QUEUED'");
    const steps = [step('get', { onSuccess: [done, again, more] }), step('next')];
    const found = withCode(await find(steps), 'POLL_WITHOUT_DELAY');

    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      path: '/workflows/0/steps/0/onSuccess/1',
      message: expect.stringContaining('no failure action'),
    });
  });

  test('that has a failure branch is not blamed for lacking one', async () => {
    const onFailure = [{ name: 'stop', type: 'end' }];
    const steps = [step('get', { onSuccess: [done, again], onFailure }), step('next')];
    const [found] = withCode(await find(steps), 'POLL_WITHOUT_DELAY');

    expect(found?.message).not.toContain('no failure action');
  });

  test('names the interval that the service knows', async () => {
    const steps = [step('get', { onSuccess: [done, again] }), step('next')];
    const found = await find(steps, { knowledgeOf: () => ({ pollInterval: 60_000 }) });

    expect(withCode(found, 'POLL_WITHOUT_DELAY')[0]?.hint).toContain('60 s');
  });

  test('is no step that asks for the next page of what it has read', async () => {
    const cursor = { name: 'cursor', in: 'query', value: '$steps.get.outputs.next' };
    const page = step('get', {
      parameters: [cursor],
      onSuccess: [goto('more', 'get', '$response.body#/next != null')],
      outputs: { next: '$response.body#/next' },
    });

    expect(withCode(await find([page, step('next')]), 'POLL_WITHOUT_DELAY')).toEqual([]);
  });

  test('is no retry with a few attempts', async () => {
    const onFailure = [{ name: 'r', type: 'retry', retryLimit: 3 }];
    const found = await find([step('get', { onFailure })]);

    expect(withCode(found, 'POLL_WITHOUT_DELAY')).toEqual([]);
  });

  test('is a retry that repeats very often, as a note', async () => {
    const onFailure = [{ name: 'r', type: 'retry', retryLimit: 100 }];
    const found = await find([step('get', { onFailure })]);

    expect(withCode(found, 'POLL_WITHOUT_DELAY')).toMatchObject([{ severity: 'info' }]);
  });
});
