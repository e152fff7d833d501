import { expect, test } from 'vitest';
import { find, placesOf } from '../support/find.ts';
import { step } from '../support/step.ts';

const input = {
  type: 'object',
  required: ['Name', 'Size'],
  properties: { Name: { type: 'string' }, Size: { type: 'integer' } },
  additionalProperties: false,
};

/** Codes and places that are found about the payload of a call. */
async function placesIn(payload: object, rest: object = {}): Promise<readonly string[]> {
  const steps = [step('make', { requestBody: { payload }, ...rest })];
  return placesOf(await find(steps, { schemasOf: () => ({ input }) }));
}

test('a member that is missing is found', async () => {
  expect(await placesIn({ Name: 'a' })).toEqual([
    'INVALID_PAYLOAD /steps/0/requestBody/payload',
  ]);
});

test('a misspelled member is found', async () => {
  expect(await placesIn({ Nam: 'a', Size: 1 })).toEqual([
    'INVALID_PAYLOAD /steps/0/requestBody/payload/Nam',
  ]);
});

test('a list where a text is wanted is found', async () => {
  expect(await placesIn({ Name: ['a'], Size: 1 })).toEqual([
    'INVALID_PAYLOAD /steps/0/requestBody/payload/Name',
  ]);
});

test('a text where a number is wanted is made one by the client', async () => {
  expect(await placesIn({ Name: 'a', Size: '1' })).toEqual([]);
});

test('what a parameter gives is not missing', async () => {
  const parameters = [{ name: 'size', in: 'query', value: 1 }];

  expect(await placesIn({ Name: 'a' }, { parameters })).toEqual([]);
});
