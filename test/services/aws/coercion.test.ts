import { describe, expect, test } from 'vitest';

import { createThingService, readThing } from './thing-api.ts';

describe('a value becomes what its member takes', () => {
  const moment = new Date('2024-02-03T04:05:06.000Z');
  test.each([
    ['a number', 'Count', '5', 5],
    ['a number', 'Count', ' -1.5e3 ', -1500],
    ['a number', 'Count', 5, 5],
    ['a text', 'Id', 'x', 'x'],
    ['a text', 'Id', 5, '5'],
    ['a text', 'Id', true, 'true'],
    ['a boolean', 'Flag', 'true', true],
    ['a boolean', 'Flag', 'false', false],
    ['a boolean', 'Flag', false, false],
    ['a time', 'When', '2024-02-03T04:05:06Z', moment],
    ['a time', 'When', '2024-02-03T05:05:06+01:00', moment],
    ['a time', 'When', '2024-02-03T04:05:06', moment],
    ['a time', 'When', '2024-02-03', new Date('2024-02-03T00:00:00Z')],
    ['a time', 'When', moment.getTime() / 1000, moment],
    ['bytes', 'Bytes', 'aGk=', Uint8Array.from([104, 105])],
    ['a whole number', 'Big', '9007199254740993', 9007199254740993n],
    ['a whole number', 'Big', 12, 12],
    ['a document', 'Free', { a: [null, '5'] }, { a: [null, '5'] }],
    ['a list', 'Names', ['a', 5], ['a', '5']],
    ['a map', 'Sizes', { a: '1', b: 2 }, { a: 1, b: 2 }],
    ['a structure', 'Part', { Name: 5, Size: '5' }, { Name: '5', Size: 5 }],
    ['a union', 'Choice', { Right: '5' }, { Right: 5 }],
  ])('%s: %s = %j', async (_kind, name, given, expected) => {
    const { [name]: read } = await readThing({ Id: 'x', [name]: given });
    expect(read).toEqual(expected);
  });
});

describe('a value that cannot become it is refused', () => {
  test.each([
    ['Count', 'many'],
    ['Count', ''],
    ['Count', '0x10'],
    ['Count', 'Infinity'],
    ['Count', Number.NaN],
    ['Count', true],
    ['Id', { a: 1 }],
    ['Flag', 'yes'],
    ['Flag', 1],
    ['When', 'yesterday'],
    ['When', '2024-13-45'],
    ['Bytes', 'not base64!'],
    ['Big', '1.5'],
    ['Names', 'a'],
    ['Names', [{}]],
    ['Sizes', ['a']],
    ['Part', 'a'],
    ['Choice', {}],
    ['Choice', { Left: 'a', Right: 1 }],
  ])('%s = %j', async (name, given) => {
    const { call, sent } = createThingService();
    const answer = call({ requestBody: { payload: { Id: 'x', [name]: given } } });
    await expect(answer).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      operationId: 'PutThing',
      message: expect.stringContaining(`"${name}`),
    });
    expect(sent).toEqual([]);
  });
});

test('keys without a value are dropped at every depth', async () => {
  const input = await readThing({
    Id: 'x',
    Count: null,
    Names: ['a', null],
    Sizes: { a: null, b: 1 },
    Part: { Name: 'p', Size: undefined, Parts: [{ Name: 'q', Size: null }] },
  });
  expect(input).toStrictEqual({
    Token: 'token-of-the-run',
    Id: 'x',
    Names: ['a'],
    Sizes: { b: 1 },
    Part: { Name: 'p', Parts: [{ Name: 'q' }] },
  });
});

test('a list that may have gaps keeps them', async () => {
  expect(await readThing({ Id: 'x', Sparse: ['1', null] })).toMatchObject({
    Sparse: [1, null],
  });
});

test('everything that is missing or wrong is named at once, without its value', async () => {
  const { call } = createThingService();
  const payload = { Count: 'secret', Part: { Parts: [{ Name: null }, { Size: 'x' }] } };
  await expect(call({ requestBody: { payload } })).rejects.toThrow(
    'PutThing was not sent: "Part.Parts[0].Name" is missing; "Part.Parts[1].Name" is missing; ' +
      '"Part.Name" is missing; "Id" is missing; "Count" must be a number, not this text; ' +
      '"Part.Parts[1].Size" must be a number, not this text.',
  );
});

test('a member that the operation does not have is left out, and said once', async () => {
  const { call, sent, warnings } = createThingService();
  const payload = { Id: 'x', Colour: 'red', Part: { Name: 'p', Weight: 1 } };
  await call({ requestBody: { payload } });
  await call({ requestBody: { payload } });
  expect(sent[1]).toEqual({ Token: 'token-of-the-run', Id: 'x', Part: { Name: 'p' } });
  expect(warnings).toEqual([
    'PutThing has no input "Colour"; it is not sent.',
    'PutThing has no input "Part.Weight"; it is not sent.',
  ]);
});

test('a name that every object has is an unknown member like any other', async () => {
  const { call, sent, warnings } = createThingService();
  const payload: unknown = JSON.parse('{"Id":"x","__proto__":{"a":1},"constructor":1}');
  await call({ requestBody: { payload } });
  expect(sent[0]).toStrictEqual({ Token: 'token-of-the-run', Id: 'x' });
  expect(warnings).toHaveLength(2);
});
