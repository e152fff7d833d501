import { expect, test } from 'vitest';
import { importArazzo } from '../../../src/index.ts';
import type { LoadedWorkflow } from '../../../src/index.ts';
import { workflowText } from '../../machines/support/workflow-text.ts';
import { findingsOf, hintsOf } from '../support/import-text.ts';

const components = {
  inputs: {
    store: { type: 'string', minLength: 2 },
    order: {
      type: 'object',
      required: ['store'],
      properties: { store: { $ref: '#/components/inputs/store' } },
    },
    tree: {
      type: 'object',
      required: ['id'],
      properties: {
        children: { type: 'array', items: { $ref: '#/components/inputs/tree' } },
      },
    },
  },
};

function textWith(inputs: unknown): string {
  return workflowText({ inputs, components, steps: [{ stepId: 'a' }] });
}

async function workflowWith(inputs: unknown): Promise<LoadedWorkflow> {
  return (await importArazzo(textWith(inputs))).workflow();
}

test('a schema may be a component that refers to another (A-WF-08)', async () => {
  const { validateInputs } = await workflowWith({ $ref: '#/components/inputs/order' });
  expect(validateInputs({ store: 'ab' })).toEqual([]);
  expect(validateInputs({ store: 'a' })).toMatchObject([{ path: '/store' }]);
  expect(validateInputs({})).toMatchObject([{ missing: 'store' }]);
});

test('a part of it may be one, and may go deeper into it', async () => {
  const { validateInputs } = await workflowWith({
    properties: {
      a: { $ref: '#/components/inputs/order/properties/store' },
      b: { $ref: '#/components/inputs/store' },
    },
  });
  expect(validateInputs({ a: 'x', b: 'ok' })).toMatchObject([{ path: '/a' }]);
});

test('a component may refer to itself', async () => {
  const { validateInputs } = await workflowWith({ $ref: '#/components/inputs/tree' });
  expect(validateInputs({ id: 1, children: [{ id: 2 }] })).toEqual([]);
  expect(validateInputs({ id: 1, children: [{ children: [] }] })).toMatchObject([
    { path: '/children/0', missing: 'id' },
  ]);
});

test('own definitions stay beside those of the components', async () => {
  const { validateInputs } = await workflowWith({
    $defs: { n: { type: 'number' } },
    properties: { n: { $ref: '#/$defs/n' }, s: { $ref: '#/components/inputs/store' } },
  });
  expect(validateInputs({ n: 'x', s: 'x' })).toHaveLength(2);
});

test('the schema of a config stands alone', async () => {
  const { config } = await workflowWith({ $ref: '#/components/inputs/order' });
  expect(JSON.stringify(config.meta.inputs)).not.toContain('#/components/inputs');
});

test('a component where there are none is reported with a remedy', async () => {
  const inputs = { $ref: '#/components/inputs/nothing' };
  const text = workflowText({ inputs, steps: [{ stepId: 'a' }] });
  expect(await hintsOf(text)).toContainEqual(expect.stringContaining('add "nothing"'));
});

test('a component that is not there is reported', async () => {
  const text = textWith({ properties: { a: { $ref: '#/components/inputs/stor' } } });
  expect(await findingsOf(text)).toContainEqual({
    code: 'UNKNOWN_COMPONENT',
    severity: 'error',
    path: '/workflows/0/inputs/properties/a/$ref',
    at: '"#/components/inputs/stor"',
  });
  expect(await hintsOf(text)).toContain('Did you mean "#/components/inputs/store"?');
});

test.each([
  ['an unknown type', { type: 'nonsense' }],
  ['a reference to nothing', { $ref: '#/$defs/nothing' }],
  ['a reference to another document', { $ref: 'other.json' }],
  ['a keyword whose value has the wrong type', { required: 'a' }],
  [
    'a keyword of another draft',
    { properties: { a: { maximum: 5, exclusiveMaximum: true } } },
  ],
  ['a broken pattern', { properties: { a: { pattern: '(' } } }],
  [
    'a pattern that cannot be matched in linear time',
    { properties: { a: { pattern: '(a)\\1' } } },
  ],
])('%s is reported, never thrown (A-WF-05)', async (_name, inputs) => {
  expect(await findingsOf(textWith(inputs))).toMatchObject([
    { code: 'INVALID_SCHEMA', severity: 'error', path: '/workflows/0/inputs' },
  ]);
});
