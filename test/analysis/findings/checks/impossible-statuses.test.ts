import { describe, expect, test } from 'vitest';
import { find, placesOf } from '../support/find.ts';
import { end, step, success } from '../support/step.ts';

const place = '/steps/0/successCriteria/0/condition';

describe('a status code that there is not', () => {
  test.each([
    ["$statusCode == '401 Unauthorized'", 'Write 401, without the text.'],
    ["$statusCode == '2xx'", 'Write "$statusCode >= 200 && $statusCode <= 299".'],
    ["'OK' == $statusCode", 'Write a status code such as 200.'],
    ['$statusCode == true', 'Write a status code such as 200.'],
    [
      "$statusCode == 200 || $statusCode == '201 Created'",
      'Write 201, without the text.',
    ],
  ])('is never answered: %s', async (condition, hint) => {
    const found = await find([step('a', success(condition))]);

    expect(placesOf(found)).toEqual([`CRITERION_NEVER_HOLDS ${place}`]);
    expect(found[0]?.hint).toBe(hint);
  });

  test('is always another one', async () => {
    const found = await find([step('a', success("$statusCode != '401 Unauthorized'"))]);

    expect(placesOf(found)).toEqual([`CRITERION_ALWAYS_HOLDS ${place}`]);
  });

  test('is found in failure actions, and once in those of the workflow', async () => {
    const onFailure = [end('mine', "$statusCode == '404 Not Found'")];
    const failureActions = [end('all', "$statusCode == '500 Oops'")];
    const steps = [step('a', { onFailure }), step('b')];

    expect(placesOf(await find(steps, { workflow: { failureActions } }))).toEqual([
      'CRITERION_NEVER_HOLDS /steps/0/onFailure/0/criteria/0/condition',
      'CRITERION_NEVER_HOLDS /failureActions/0/criteria/0/condition',
    ]);
  });

  test.each(['$statusCode == 200', "$statusCode == '200'", '$statusCode != null'])(
    'is not %s',
    async (condition) => {
      expect(placesOf(await find([step('a', success(condition))]))).toEqual([]);
    },
  );
});
