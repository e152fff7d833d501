import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '../../../src/index.ts';
import { workflowText } from '../../machines/support/workflow-text.ts';
import type { WorkflowParts } from '../../machines/support/workflow-text.ts';
import { source } from '../../helpers/source.ts';
import { callOf, configOf, findingsOf, hintsOf } from '../support/import-text.ts';

const pets = source`
  openapi: 3.1.0
  info: { title: Pets, version: '1' }
  paths:
    /pets/{id}:
      get: { operationId: showPet }
      delete: { summary: no id }
    /a~b:
      post: { operationId: v1.pets/add now }
`;
const shops = source`
  openapi: 3.0.3
  info: { title: Shops, version: '1' }
  paths:
    /shops:
      get: { operationId: listShops }
    /pets:
      get: { operationId: showPet }
`;

const read: NonNullable<ImportOptions['read']> = async (url) => {
  if (url === 'pets.yaml') return pets;
  if (url === 'shops.yaml') return shops;
  throw new Error(`${url} does not exist.`);
};

const petsOnly = [{ name: 'pets', url: 'pets.yaml', type: 'openapi' }];
const both = [...petsOnly, { name: 'shops', url: 'shops.yaml', type: 'openapi' }];

const petId = { name: 'id', in: 'path', value: 1 };

/** The path of a pet wants its id. */
function stepText(step: object, more: Partial<WorkflowParts> = {}): string {
  const parameters = /showPet|pets~1|pets~1%7B/u.test(JSON.stringify(step))
    ? [petId]
    : [];
  const complete = { stepId: 'a', parameters, ...step };
  return workflowText({ sources: petsOnly, ...more, steps: [complete] });
}

async function operationOf(step: object, more: Partial<WorkflowParts> = {}) {
  return callOf(await configOf(stepText(step, more), { read }), 'a').operation;
}

describe('by operationId', () => {
  test('a plain id belongs to the only source (A-STEP-06)', async () => {
    expect(await operationOf({ operationId: 'showPet' })).toEqual({
      source: 'pets',
      operationId: 'showPet',
    });
  });

  test('it may name its source (A-STEP-08)', async () => {
    const operationId = '$sourceDescriptions.pets.showPet';
    expect(await operationOf({ operationId })).toMatchObject({ operationId: 'showPet' });
  });

  test('it may have dots, slashes and blanks in it (A-STEP-09)', async () => {
    const operationId = '$sourceDescriptions.pets.v1.pets/add now';
    expect(await operationOf({ operationId })).toEqual({
      source: 'pets',
      operationId: 'v1.pets/add now',
    });
  });

  test('beside an Arazzo source the id belongs to the API (A-STEP-10)', async () => {
    const sources = [...petsOnly, { name: 'other', url: 'o.yaml', type: 'arazzo' }];
    expect(await operationOf({ operationId: 'showPet' }, { sources })).toMatchObject({
      source: 'pets',
    });
    const text = stepText({ operationId: 'nope' }, { sources });
    expect(await findingsOf(text, { read })).toMatchObject([
      { code: 'UNKNOWN_OPERATION' },
    ]);
  });

  test('of several sources the only one that has it is meant (A-STEP-07)', async () => {
    expect(
      await operationOf({ operationId: 'listShops' }, { sources: both }),
    ).toMatchObject({ source: 'shops' });
  });

  test('an id that several sources have is ambiguous (A-STEP-07)', async () => {
    const text = stepText({ operationId: 'showPet' }, { sources: both });
    expect(await findingsOf(text, { read })).toEqual([
      {
        code: 'AMBIGUOUS_OPERATION',
        severity: 'error',
        path: '/workflows/0/steps/0/operationId',
        at: '"showPet"',
      },
    ]);
    expect(await hintsOf(text, { read })).toEqual([
      'Write "$sourceDescriptions.pets.showPet" or "$sourceDescriptions.shops.showPet".',
    ]);
  });

  test('an unknown id is reported, with the nearest that there is (A-STEP-06)', async () => {
    const text = stepText({ operationId: 'showPat' });
    expect(await findingsOf(text, { read })).toMatchObject([
      { code: 'UNKNOWN_OPERATION', severity: 'error', at: '"showPat"' },
    ]);
    expect(await hintsOf(text, { read })).toEqual(['Did you mean "showPet"?']);
  });

  test('ids have a case', async () => {
    const text = stepText({ operationId: 'showpet' });
    expect(await findingsOf(text, { read })).toMatchObject([
      { code: 'UNKNOWN_OPERATION' },
    ]);
  });

  test('a source that the document does not have is reported (A-SRC-07)', async () => {
    const text = stepText({ operationId: '$sourceDescriptions.Pets.showPet' });
    expect(await findingsOf(text, { read })).toMatchObject([
      { code: 'UNKNOWN_SOURCE', severity: 'error' },
    ]);
    expect(await hintsOf(text, { read })).toEqual(['Did you mean "pets"?']);
  });
});

describe('by operationPath', () => {
  test.each([
    ['~1 (A-STEP-11)', '{$sourceDescriptions.pets.url}#/paths/~1pets~1{id}/get'],
    [
      'percent-encoding (A-STEP-12)',
      '{$sourceDescriptions.pets.url}#/paths/~1pets~1%7Bid%7D/get',
    ],
    ['no braces', '$sourceDescriptions.pets.url#/paths/~1pets~1{id}/get'],
  ])('the pointer may have %s, and finds the id', async (_name, operationPath) => {
    expect(await operationOf({ operationPath })).toEqual({
      source: 'pets',
      operationPath: '/paths/~1pets~1{id}/get',
      operationId: 'showPet',
    });
  });

  test('~0 stands for a tilde (A-STEP-12)', async () => {
    const operationPath = '{$sourceDescriptions.pets.url}#/paths/~1a~0b/post';
    expect(await operationOf({ operationPath })).toMatchObject({
      operationId: 'v1.pets/add now',
    });
  });

  test('an operation needs no id', async () => {
    const operationPath = '{$sourceDescriptions.pets.url}#/paths/~1pets~1{id}/delete';
    expect(await operationOf({ operationPath })).toEqual({
      source: 'pets',
      operationPath: '/paths/~1pets~1{id}/delete',
    });
  });

  test('a pointer to nothing is reported (A-STEP-14)', async () => {
    const operationPath = '{$sourceDescriptions.pets.url}#/paths/~1pets/get';
    expect(await findingsOf(stepText({ operationPath }), { read })).toMatchObject([
      { code: 'UNKNOWN_OPERATION', path: '/workflows/0/steps/0/operationPath' },
    ]);
  });

  test.each(['#/paths/~1pets/get', 'https://h/x.yaml#/paths/~1pets/get'])(
    'the source is named by an expression, not %s (A-STEP-13)',
    async (operationPath) => {
      expect(await findingsOf(stepText({ operationPath }), { read })).toMatchObject([
        { code: 'INVALID_VALUE', severity: 'error' },
      ]);
    },
  );
});

describe('a source that cannot be read', () => {
  const dangling = [{ name: 'pets', url: 'gone.yaml', type: 'openapi' }];

  test('is a warning at its URL, and operations are taken as they are named', async () => {
    const text = stepText({ operationId: 'anything' }, { sources: dangling });
    expect(await findingsOf(text, { read })).toEqual([
      {
        code: 'UNREADABLE_SOURCE',
        severity: 'warning',
        path: '/sourceDescriptions/0/url',
        at: '"gone.yaml"',
      },
    ]);
    const { operation } = callOf(await configOf(text, { read }), 'a');
    expect(operation).toEqual({ source: 'pets', operationId: 'anything' });
  });

  test('may be one that the caller knows', async () => {
    const text = stepText({ operationId: 'nope' }, { sources: dangling });
    const known = { operationIds: ['yes'], find: () => undefined };
    const findings = await findingsOf(text, { read, fallback: () => known });
    expect(findings.map(({ code }) => code)).toEqual([
      'UNREADABLE_SOURCE',
      'UNKNOWN_OPERATION',
    ]);
  });

  test('does not matter when nothing calls it (A-SRC-08)', async () => {
    const sources = [...petsOnly, { name: 'unused', url: 'gone.yaml', type: 'arazzo' }];
    expect(
      await findingsOf(stepText({ operationId: 'showPet' }, { sources }), { read }),
    ).toEqual([]);
  });

  test.each([
    ['is no OpenAPI description', 'a: 1'],
    ['is broken', 'a: [1'],
  ])('because it %s', async (_name, text) => {
    const findings = await findingsOf(stepText({ operationId: 'x' }), {
      read: async () => text,
    });
    expect(findings).toMatchObject([{ code: 'UNREADABLE_SOURCE' }]);
  });
});

describe('what documents write instead (C-32, A-STEP-07)', () => {
  test.each([
    ['UNQUALIFIED_OPERATION', { operationId: 'listShops' }, { sources: both }],
    ['ABBREVIATED_SOURCE', { operationId: 'pets.showPet' }, {}],
    ['OPERATION_ID_AS_PATH', { operationPath: '$sourceDescriptions.pets.showPet' }, {}],
    [
      'UNUSUAL_SOURCE_REFERENCE',
      { operationPath: '$sourceDescriptions.pets#/paths/~1pets~1{id}/get' },
      {},
    ],
    ['UNUSUAL_SOURCE_REFERENCE', { operationPath: 'pets#/paths/~1a~0b/post' }, {}],
    ['OPERATION_PATH_AS_ROUTE', { operationPath: 'POST /a~b' }, {}],
    ['OPERATION_PATH_AS_ROUTE', { operationPath: 'POST {pets}./a~b' }, { sources: both }],
    [
      'PATH_WITHOUT_METHOD',
      { operationPath: '{$sourceDescriptions.pets.url}#/paths/~1a~0b' },
      {},
    ],
  ])('%s is understood and told', async (code, step, more) => {
    const text = stepText(step, more);
    const found = await findingsOf(text, { read });
    expect(found.filter((each) => each.severity !== 'info')).toMatchObject([
      { code, severity: 'warning' },
    ]);
    expect(await operationOf(step, more)).toMatchObject({
      operationId: expect.any(String),
    });
    expect(await findingsOf(text, { read, strict: true })).toContainEqual(
      expect.objectContaining({ code, severity: 'error' }),
    );
  });

  test('a path of an API that is not known could mean anything, and both readings are shown', async () => {
    const text = stepText({ operationPath: '/pets' });
    expect(await findingsOf(text)).toMatchObject([{ code: 'INVALID_VALUE' }]);
    expect(await hintsOf(text)).toEqual([
      "Write '{$sourceDescriptions.pets.url}#/paths/~1pets/get' or '{$sourceDescriptions.pets.url}#/paths/~1pets/post', whichever is meant.",
    ]);
  });

  test('a path with two operations does not say which', async () => {
    const text = stepText({
      operationPath: '{$sourceDescriptions.pets.url}#/paths/~1pets~1{id}',
    });
    expect(await findingsOf(text, { read })).toMatchObject([
      { code: 'UNKNOWN_OPERATION', severity: 'error' },
    ]);
  });
});

describe('sources that have no operations', () => {
  test('an Arazzo document', async () => {
    const sources = [{ name: 'other', url: 'o.yaml', type: 'arazzo' }];
    const text = stepText({ operationId: '$sourceDescriptions.other.x' }, { sources });
    expect(await findingsOf(text)).toMatchObject([
      { code: 'WRONG_SOURCE_TYPE', severity: 'error' },
    ]);
  });

  test('a document with Arazzo sources only has no operations', async () => {
    const sources = [{ name: 'other', url: 'o.yaml', type: 'arazzo' }];
    const text = stepText({ operationId: 'x' }, { sources });
    expect(await findingsOf(text)).toMatchObject([{ code: 'AMBIGUOUS_OPERATION' }]);
    expect(await hintsOf(text)).toEqual([expect.stringContaining('type: openapi')]);
  });
});

function withTarget(value: string): object {
  return {
    operationId: 'showPet',
    parameters: [petId, { name: 'x-amz-target', in: 'header', value }],
  };
}

describe('the header X-Amz-Target', () => {
  test('that says something else than the operationId is a warning', async () => {
    expect(
      await findingsOf(stepText(withTarget('Pets.HidePet')), { read }),
    ).toMatchObject([
      {
        code: 'TARGET_HEADER_MISMATCH',
        severity: 'warning',
        path: '/workflows/0/steps/0/parameters',
      },
    ]);
  });

  test.each(['Pets.ShowPet', 'showPet', '$inputs.target'])('may be %s', async (value) => {
    const text = stepText(withTarget(value), { inputs: true });
    expect(await findingsOf(text, { read })).toEqual([]);
  });
});
