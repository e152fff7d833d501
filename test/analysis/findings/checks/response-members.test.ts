import { describe, expect, test } from 'vitest';
import { find, placesOf } from '../support/find.ts';
import { apiWith, inBody, statusSchema, step, success } from '../support/step.ts';

const schema = { ...statusSchema('A', 'B'), additionalProperties: false };
const api = apiWith('get', schema);
const ok = { condition: '$statusCode == 200' };

/** Codes and places that are found about a step. */
async function placesIn(rest: object, options: object): Promise<readonly string[]> {
  return placesOf(await find([step('get', rest)], options));
}

describe('a member that the answer cannot have', () => {
  test.each(['$.statu == "A"', "$[?@.statu == 'A']", '$.statu'])(
    'is found in the JSONPath %s',
    async (condition) => {
      const successCriteria = [ok, inBody(condition)];

      expect(await placesIn({ successCriteria }, { api })).toEqual([
        'UNKNOWN_RESPONSE_MEMBER /steps/0/successCriteria/1/condition',
      ]);
    },
  );

  test.each(['$.status == "A"', "$[?@.status == 'A']", '$.status'])(
    'is not found in %s',
    async (condition) => {
      expect(
        await placesIn({ successCriteria: [ok, inBody(condition)] }, { api }),
      ).toEqual([]);
    },
  );

  test.each(["$.inner[?@ == 'A']", '$.inner.*', "$.inner[?@.b == 'A'].b"])(
    'is not found among the members of an object: %s',
    async (condition) => {
      const inner = { type: 'object', properties: { a: { type: 'string' } } };
      const deep = apiWith('get', { type: 'object', properties: { inner } });
      expect(
        await placesIn({ successCriteria: [ok, inBody(condition)] }, { api: deep }),
      ).toEqual([]);
    },
  );

  test('is found in outputs and simple criteria by the schema of a client', async () => {
    const rest = {
      ...success('$statusCode == 200', "$response.body#/statu == 'A'"),
      outputs: { a: '$response.body#/statu' },
    };

    expect(await placesIn(rest, { schemasOf: () => ({ answer: schema }) })).toEqual([
      'UNKNOWN_RESPONSE_MEMBER /steps/0/successCriteria/1/condition',
      'UNKNOWN_RESPONSE_MEMBER /steps/0/outputs/a',
    ]);
  });
});
