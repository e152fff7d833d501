import { expect, test } from 'vitest';
import { find, placesOf } from '../support/find.ts';
import { apiWith, statusSchema, step, success } from '../support/step.ts';

/** Documents 200 and nothing else. */
const api = apiWith('get', statusSchema('A', 'B'));

async function foundIn(rest: object): Promise<readonly string[]> {
  const found = placesOf(await find([step('get', rest)], { api }));
  return found.filter((place) => place.startsWith('UNDOCUMENTED_STATUS'));
}
const matching = (condition: string) => ({
  successCriteria: [{ context: '$statusCode', type: 'regex', condition }],
});
const place = ['UNDOCUMENTED_STATUS /steps/0/successCriteria/0/condition'];

test.each([
  '$statusCode > 200 && $statusCode < 300',
  '$statusCode >= 201 && $statusCode < 400',
])('no documented status is in the range %s', async (condition) => {
  expect(await foundIn(success(condition))).toEqual(place);
});

test('no documented status matches the pattern', async () => {
  expect(await foundIn(matching('^202$'))).toEqual(place);
  expect(await foundIn(matching('^3'))).toEqual(place);
});

test.each([
  '$statusCode >= 200 && $statusCode < 300',
  '$statusCode > 200',
  '$statusCode != 200',
  "$statusCode > 200 || $response.body#/status == 'A'",
])('%s is nothing to speak of', async (condition) => {
  expect(await foundIn(success(condition))).toEqual([]);
});

test('nor is a pattern that a documented status, or a failure, matches', async () => {
  expect(await foundIn(matching('^2'))).toEqual([]);
  expect(await foundIn(matching('^4'))).toEqual([]);
});
