import { expect, test } from 'vitest';
import { find, placesOf } from '../support/find.ts';
import { step, success } from '../support/step.ts';

const ok = success('$statusCode == 200');

test('the only step without success criteria is noted', async () => {
  expect(placesOf(await find([step('a', ok), step('b'), step('c', ok)]))).toEqual([
    'MISSING_SUCCESS_CRITERIA /steps/1',
  ]);
});

test('where others have none either nothing is said', async () => {
  expect(await find([step('a', ok), step('b'), step('c')])).toEqual([]);
});
