import { describe, expect, test } from 'vitest';

import { createThingService } from './thing-api.ts';

test('the operations are the commands of the package', () => {
  const { service } = createThingService();
  expect(service.operationIds).toEqual(['PutThing', 'WatchThing', 'OldThing']);
});

test('an operation that the package does not have is refused by name', async () => {
  const { call, sent } = createThingService();
  await expect(call({}, 'PutThings')).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    message: 'Things has no operation "PutThings".',
  });
  expect(sent).toEqual([]);
});

test('an operation with a stream is refused', async () => {
  const { call, sent } = createThingService();
  await expect(call({}, 'WatchThing')).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    message: 'WatchThing was not sent: it sends or answers a stream.',
  });
  expect(sent).toEqual([]);
});

test('without a schema the input goes through, but without nulls', async () => {
  const { call, sent, warnings } = createThingService();
  const payload = { Count: '5', Part: { Size: null, Names: [{ a: null, b: 1 }] } };
  const header = { name: 'X-Amz-Target', in: 'header', value: 'T.OldThing' } as const;
  await call({ parameters: [header], requestBody: { payload } }, 'OldThing');
  expect(sent).toStrictEqual([{ Count: '5', Part: { Names: [{ b: 1 }] } }]);
  expect(warnings).toEqual([]);
});

test('what it knows about an operation is found by any of its names', () => {
  const { service } = createThingService();
  const describeThing = (operationId: string) =>
    service.describe?.({ source: 'things', operationId });
  expect(describeThing('putThing')).toEqual({ pollInterval: 7 });
  expect(describeThing('WatchThing')).toBeUndefined();
  expect(describeThing('toString')).toBeUndefined();
});

test('the schemas of an operation are found by any of its names, and read once', () => {
  const { service } = createThingService();
  const schemasOf = (operationId: string) =>
    service.schemas?.({ source: 'things', operationId });
  expect(schemasOf('putThing')).toMatchObject({
    input: { required: ['Id'], properties: { Count: {}, 'page-size': {} } },
    answer: { type: 'object' },
  });
  expect(schemasOf('PutThing')).toBe(schemasOf('putThing'));
});

test.each(['WatchThing', 'OldThing', 'toString'])('%s has no schemas', (operationId) => {
  const { service } = createThingService();
  expect(service.schemas?.({ source: 'things', operationId })).toBeUndefined();
});

describe('a withdrawn call', () => {
  test('sends nothing', async () => {
    const { service, sent } = createThingService();
    const request = {
      operation: { source: 'things', operationId: 'PutThing' },
      parameters: [{ name: 'Id', in: 'path', value: 'x' }],
      idempotencyToken: 't',
    } as const;
    const call = service.call(request, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({
      code: 'ABORTED',
      operationId: 'PutThing',
    });
    expect(sent).toEqual([]);
  });
});
