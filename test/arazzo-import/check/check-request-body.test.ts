import { describe, expect, test } from 'vitest';
import { checkStep, hintsFor, takesJson } from './support/check-step.ts';

const thing = {
  type: 'object',
  required: ['name'],
  properties: {
    id: { type: 'string', readOnly: true },
    name: { type: 'string' },
    size: { type: 'integer', minimum: 1 },
    kind: { enum: ['big', 'small'] },
    tags: { type: 'array', items: { type: 'string' } },
  },
};

async function checkPayload(
  payload: unknown,
  schema: unknown = thing,
  body: object = {},
) {
  const step = { requestBody: { payload, ...body } };
  return checkStep({ operation: takesJson(schema), step });
}

describe('the body', () => {
  test('is missing', async () => {
    const operation = takesJson(thing, { required: true });
    expect(await checkStep({ operation })).toEqual(['warning MISSING_REQUEST_BODY']);
  });

  test('is not taken by the operation', async () => {
    const step = { requestBody: { payload: { a: 1 } } };
    expect(await checkStep({ operation: {}, step })).toEqual([
      'warning UNEXPECTED_REQUEST_BODY /requestBody',
    ]);
  });

  test('cannot be sent with GET (A-BODY-18)', async () => {
    const step = { requestBody: { payload: { name: 'a' } } };
    expect(await checkStep({ operation: takesJson(thing), method: 'get', step })).toEqual(
      ['warning UNEXPECTED_REQUEST_BODY /requestBody'],
    );
  });

  test('has a type that the operation does not take', async () => {
    const step = { requestBody: { contentType: 'text/csv', payload: 'a' } };
    const call = { operation: takesJson(thing), step };
    expect(await checkStep(call)).toEqual([
      'warning UNKNOWN_CONTENT_TYPE /requestBody/contentType',
    ]);
    expect(await hintsFor(call)).toEqual(['It takes "application/json".']);
  });

  test.each(['application/json; charset=utf-8', 'Application/JSON'])(
    '%s is a type that it takes',
    async (contentType) => {
      expect(await checkPayload({ name: 'a' }, thing, { contentType })).toEqual([]);
    },
  );
});

describe('a payload that fits', () => {
  test.each([
    { name: 'a', size: 5, kind: 'big', tags: ['x'] },
    { name: '$inputs.name', size: '$inputs.size', kind: '$inputs.kind' },
    { name: 'Dear {$inputs.name}', tags: ['$inputs.tag'] },
    { name: 'a', other: 1 },
    '$inputs.thing',
    '{"name": "{$inputs.name}", "size": {$inputs.size}}',
    { name: '{{name}}', kind: '<kind>' },
  ])('%j', async (payload) => {
    expect(await checkPayload(payload)).toEqual([]);
  });
});

describe('a payload that cannot fit', () => {
  test.each([
    [{ size: 1 }, ''],
    [{ name: 5 }, '/name'],
    [{ name: null }, '/name'],
    [{ name: 'a', size: '5' }, '/size'],
    [{ name: 'a', size: 0 }, '/size'],
    [{ name: 'a', size: '{$inputs.size} m' }, '/size'],
    [{ name: 'a', kind: 'bigg' }, '/kind'],
    [{ name: 'a', tags: 'x' }, '/tags'],
    [{ name: 'a', tags: ['x', 1] }, '/tags/1'],
    [{ nmae: 'a' }, '/nmae'],
    [{ name: 'a', szie: 1 }, '/szie'],
    ['{"size": {$inputs.size}}', ''],
    ['{"name": ', ''],
  ])('%j, at "%s"', async (payload, place) => {
    expect(await checkPayload(payload)).toEqual([
      `warning INVALID_PAYLOAD /requestBody/payload${place}`,
    ]);
  });

  test('has a member that a closed schema does not have', async () => {
    const closed = { ...thing, additionalProperties: false };
    expect(await checkPayload({ name: 'a', colour: 'red' }, closed)).toEqual([
      'warning INVALID_PAYLOAD /requestBody/payload/colour',
    ]);
  });

  test('fits none of several schemas; the one with its tag is explained', async () => {
    const schema = {
      oneOf: [
        { required: ['lives'], properties: { type: { const: 'cat' }, lives: {} } },
        { required: ['bark'], properties: { type: { const: 'dog' }, bark: {} } },
        { required: ['type'], properties: { type: { const: 'fish' } } },
      ],
    };
    const step = { requestBody: { payload: { type: 'dog' } } };
    expect(await hintsFor({ operation: takesJson(schema), step })).toEqual([
      'Add "bark".',
    ]);
    expect(await checkPayload({ type: 'dog', bark: '$inputs.bark' }, schema)).toEqual([]);
  });
});

test('the members of a form are texts', async () => {
  const content = { 'application/x-www-form-urlencoded': { schema: thing } };
  const operation = { requestBody: { content } };
  const step = { requestBody: { payload: { name: 5, size: '5', kind: 'huge' } } };
  expect(await checkStep({ operation, step })).toEqual([
    'warning INVALID_PAYLOAD /requestBody/payload/kind',
  ]);
});

describe('replacements', () => {
  test('give what is missing', async () => {
    const replacements = [{ target: '/name', value: '$inputs.name' }];
    expect(await checkPayload({ size: 1 }, thing, { replacements })).toEqual([]);
  });

  test('may lead nowhere, by the schema or by the payload', async () => {
    const replacements = [
      { target: '/nmae', value: 'a' },
      { target: '/tags/0', value: 'a' },
    ];
    expect(await checkPayload({ name: 'a' }, thing, { replacements })).toEqual([
      'warning UNKNOWN_REPLACEMENT_TARGET /requestBody/replacements/0/target',
      'warning UNKNOWN_REPLACEMENT_TARGET /requestBody/replacements/1/target',
    ]);
  });

  test('nothing is known about where they lead in an unknown payload', async () => {
    const replacements = [{ target: '/tags/0', value: 'a' }];
    expect(await checkPayload('$inputs.thing', thing, { replacements })).toEqual([]);
  });
});

test('a step that wants to be refused is wrong on purpose', async () => {
  const successCriteria = [{ condition: '$statusCode == 400' }];
  const step = { requestBody: { payload: {} }, successCriteria };
  expect(await checkStep({ operation: takesJson(thing), step })).toEqual([]);
});

test('a body in the JSON of AWS is compared like any other', async () => {
  const schema = { type: 'object', required: ['Name'] };
  const content = { 'application/x-amz-json-1.0': { schema } };
  const requestBody = { payload: { name: 'a', other: 1 } };
  expect(
    await checkStep({ operation: { requestBody: { content } }, step: { requestBody } }),
  ).toContainEqual(expect.stringContaining('INVALID_PAYLOAD'));
});
