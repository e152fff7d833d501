import {
  assert,
  asyncProperty,
  constantFrom,
  json,
  object,
  record,
  string,
} from 'fast-check';
import { expect, it } from 'vitest';
import { inputShapes } from '../../../../src/services/healthlake/simulator/input-shapes.ts';
import { createRequest, createWorld } from './create-world.ts';

const operation = constantFrom(...Object.keys(inputShapes));
const members = ['DatastoreId', 'JobId', 'Tags', 'Filter', 'NextToken', 'ResourceARN'];

it.each([
  ['JSON', json()],
  ['text', string()],
  [
    'input',
    object({ key: constantFrom(...members), maxDepth: 2 }).map((value) =>
      JSON.stringify(value),
    ),
  ],
])('answers any %s with success or an exception of the client', async (_name, body) => {
  const { simulator } = createWorld({ quotas: false });
  await assert(
    asyncProperty(record({ operation, body }), async (request) => {
      const response = await simulator.handle(
        createRequest(request.operation, request.body),
      );
      const text = await response.text();
      if (response.status === 200) return;
      expect(response.status).toBe(400);
      expect(JSON.parse(text)).toEqual({
        __type: expect.stringMatching(/#\w+Exception$/) as unknown,
        Message: expect.stringMatching(/./) as unknown,
      });
    }),
  );
});
