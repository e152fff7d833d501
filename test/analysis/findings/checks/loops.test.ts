import { describe, expect, test } from 'vitest';
import { find, placesOf } from '../support/find.ts';
import { end, goto, step, success } from '../support/step.ts';

const ok = success('$statusCode == 200');

/** Codes and places of loops. */
async function loopsIn(steps: readonly object[]): Promise<readonly string[]> {
  return placesOf(await find(steps)).filter((place) => /LOOP/u.test(place));
}

describe('a loop', () => {
  test('that no success leads out of is endless', async () => {
    const steps = [step('a'), step('b', { onSuccess: [goto('back', 'a')] })];

    expect(await loopsIn(steps)).toEqual(['ENDLESS_LOOP /steps/0']);
  });

  test('of one step without criteria is endless', async () => {
    expect(await loopsIn([step('a', { onSuccess: [goto('back', 'a')] })])).toEqual([
      'ENDLESS_LOOP /steps/0',
    ]);
  });

  test('that nobody says when to leave is endless', async () => {
    const onSuccess = [goto('again', 'a', "$response.body#/s == 'X'")];

    expect(await loopsIn([step('a', { onSuccess })])).toEqual(['ENDLESS_LOOP /steps/0']);
  });

  test('that sends the same in each round is unlimited', async () => {
    const onSuccess = [end('done', "$response.body#/s == 'X'"), goto('back', 'a')];

    expect(await loopsIn([step('a'), step('b', { onSuccess })])).toEqual([
      'UNLIMITED_LOOP /steps/0',
    ]);
  });

  test('that takes something from round to round is none of these', async () => {
    const onSuccess = [
      end('done', '$response.body#/next == null'),
      goto('more', 'list', '$response.body#/next != null'),
    ];
    const parameters = [{ name: 'page', in: 'query', value: '$steps.read.outputs.next' }];
    const outputs = { next: '$response.body#/next' };

    expect(
      await loopsIn([step('list', { parameters }), step('read', { onSuccess, outputs })]),
    ).toEqual([]);
  });

  test('through a failure action is unlimited, and a retry with a helper is not', async () => {
    const back = [goto('login', 'login')];
    const retry = [{ name: 'r', type: 'retry', stepId: 'login', retryLimit: 2 }];

    expect(
      await loopsIn([step('login'), step('get', { ...ok, onFailure: back })]),
    ).toContain('UNLIMITED_LOOP /steps/1/onFailure/0');
    expect(
      await loopsIn([step('login'), step('get', { ...ok, onFailure: retry })]),
    ).toEqual([]);
  });

  test('that mends a certain failure is a note', async () => {
    const onFailure = [goto('login', 'login', '$statusCode == 401')];
    const found = await find([step('login'), step('get', { ...ok, onFailure })]);

    expect(found).toMatchObject([
      {
        code: 'UNLIMITED_LOOP',
        severity: 'info',
        path: '/workflows/0/steps/1/onFailure/0',
      },
    ]);
  });

  test('that waits until something is gone has a way out', async () => {
    const onFailure = [end('gone', '$statusCode == 404')];

    expect(
      await loopsIn([step('a', { onSuccess: [goto('back', 'a')], onFailure })]),
    ).toEqual([]);
  });
});
