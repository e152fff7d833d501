import { describe, expect, test } from 'vitest';
import { find, placesOf, withCode } from '../support/find.ts';
import { apiWith, inBody, statusSchema, step, success } from '../support/step.ts';

const api = apiWith('get', statusSchema('CREATING', 'ACTIVE'));

/** What is found about the success criteria of a step. */
async function findIn(...conditions: string[]) {
  return find([step('get', success('$statusCode == 200', ...conditions))], { api });
}

describe('a criterion that the schema decides', () => {
  test('never holds for a value that is not in the enumeration', async () => {
    const found = await findIn("$response.body#/status == 'ACTIV'");

    expect(placesOf(found)).toEqual([
      'CRITERION_NEVER_HOLDS /steps/0/successCriteria/1/condition',
    ]);
    expect(found[0]?.hint).toBe('Did you mean "ACTIVE"?');
  });

  test('always holds when it excludes such a value', async () => {
    expect(placesOf(await findIn("$response.body#/status != 'GONE'"))).toEqual([
      'CRITERION_ALWAYS_HOLDS /steps/0/successCriteria/1/condition',
    ]);
  });

  test('never holds for a value of another type', async () => {
    expect(placesOf(await findIn("$response.body#/count == 'many'"))).toEqual([
      'CRITERION_NEVER_HOLDS /steps/0/successCriteria/1/condition',
    ]);
  });

  test('never holds for a status code that there is not', async () => {
    expect(placesOf(await find([step('get', success('$statusCode == 2000'))]))).toEqual([
      'CRITERION_NEVER_HOLDS /steps/0/successCriteria/0/condition',
    ]);
  });

  test('is compared as its language compares', async () => {
    const lax = { successCriteria: [inBody('$.status == "active"')] };

    expect(placesOf(await find([step('get', lax)], { api }))).toEqual([
      'CRITERION_NEVER_HOLDS /steps/0/successCriteria/0/condition',
    ]);
    expect(await findIn("$response.body#/status == 'active'")).toEqual([]);
  });

  test.each([
    ['an object', statusSchema('CREATING', 'ACTIVE')],
    ['each item of a list', { type: 'array', items: statusSchema('CREATING', 'ACTIVE') }],
  ])('never holds for %s that a filter looks at', async (_what, schema) => {
    const criteria = { successCriteria: [inBody("$[?@.status == 'ACTIV']")] };
    const found = await find([step('get', criteria)], { api: apiWith('get', schema) });

    expect(placesOf(withCode(found, 'CRITERION_NEVER_HOLDS'))).toEqual([
      'CRITERION_NEVER_HOLDS /steps/0/successCriteria/0/condition',
    ]);
  });

  test('may know more than the description when the service does', async () => {
    const status = { pointer: '/status', pending: ['QUEUED'], succeeded: [], failed: [] };
    const steps = [step('get', success("$response.body#/status == 'QUEUED'"))];
    const found = await find(steps, { api, knowledgeOf: () => ({ status }) });

    expect(withCode(found, 'CRITERION_NEVER_HOLDS')).toEqual([]);
  });
});

test.each([
  "$response.body#/status == 'ACTIVE'",
  "$response.body#/status != 'CREATING'",
  '$response.body#/status != null',
  '$response.body#/count == 3',
  "$response.body#/count == '3'",
  '$response.body#/count > 3',
])('%s may hold or not', async (condition) => {
  expect(await findIn(condition)).toEqual([]);
});
