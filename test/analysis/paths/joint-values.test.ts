import { expect, test } from 'vitest';
import { action, simple } from '../../machines/support/workflow-text.ts';
import { one, planned } from './support/plan.ts';

const ok = [simple('$statusCode == 200')];
const inputs = {
  type: 'object',
  required: ['kind', 'count'],
  properties: {
    kind: { type: 'string', enum: ['a', 'b'] },
    count: { type: 'integer', minimum: 1 },
  },
};

test('inputs are also tried with values that no action asks for', async () => {
  const onSuccess = [action('first', 'end', { if: "$inputs.kind == 'a'" })];
  const { names, uncovered } = await planned(
    one([{ stepId: 'look', successCriteria: ok, onSuccess }, { stepId: 'rest' }], {
      inputs,
    }),
  );
  expect(uncovered).toEqual([]);
  expect(names).toContain('(kind = b) look 200 → rest 200 → completed');
});

test('inputs are tried together where an action asks for several', async () => {
  const onSuccess = [
    action('first', 'end', { if: "$inputs.kind == 'a'" }),
    action('many', 'goto', { stepId: 'last', if: '$inputs.count > 5' }),
  ];
  const { uncovered } = await planned(
    one(
      [
        { stepId: 'look', successCriteria: ok, onSuccess },
        { stepId: 'rest', onSuccess: [action('done', 'end', {})] },
        { stepId: 'last' },
      ],
      { inputs },
    ),
  );
  expect(uncovered).toEqual([]);
});

test('outputs are tried together where a later action asks for several', async () => {
  const condition =
    "$steps.look.outputs.status == 'PAID' && $steps.look.outputs.total > 50";
  const { names, uncovered } = await planned(
    one([
      {
        stepId: 'look',
        successCriteria: ok,
        outputs: { status: '$response.body#/status', total: '$response.body#/total' },
      },
      {
        stepId: 'use',
        successCriteria: ok,
        onSuccess: [action('pay', 'end', { if: condition })],
      },
      { stepId: 'rest' },
    ]),
  );
  expect(uncovered).toEqual([]);
  expect(names).toContain('look PAID and total 51 → use 200 → completed');
});

test('an action that asks for what an input cannot be stays uncovered', async () => {
  const onSuccess = [action('never', 'end', { if: "$inputs.kind == 'c'" })];
  const { coverage, names } = await planned(
    one([{ stepId: 'look', successCriteria: ok, onSuccess }], { inputs }),
  );
  expect(coverage.actions).toEqual({ covered: 0, total: 1 });
  expect(names.some((name) => name.startsWith('(kind = c)'))).toBe(true);
});

test('outputs that are lists are looked for too, and named after the criterion', async () => {
  const context = '$steps.look.outputs.items';
  const criteria = [{ context, type: 'jsonpath', condition: '$[?@.size > 10]' }];
  const { names, uncovered } = await planned(
    one([
      {
        stepId: 'look',
        successCriteria: ok,
        outputs: { items: '$response.body#/items' },
      },
      {
        stepId: 'use',
        successCriteria: ok,
        onSuccess: [action('big', 'end', { criteria })],
      },
      { stepId: 'rest' },
    ]),
  );
  expect(uncovered).toEqual([]);
  expect(names).toContain('look items $[?@.size > 10] → use 200 → completed');
});
