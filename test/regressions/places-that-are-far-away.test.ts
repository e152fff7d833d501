import { expect, test } from 'vitest';
import { one, planned } from '../analysis/paths/support/plan.ts';
import { simple } from '../machines/support/workflow-text.ts';

const jsonpath = (condition: string): unknown => ({
  context: '$response.body',
  type: 'jsonpath',
  condition,
});

test.each([
  ['a long query', jsonpath(`$${'.a'.repeat(5000)}`)],
  ['a query that looks everywhere, and there again', jsonpath(`$${'..a'.repeat(60)}`)],
  ['a long pointer', simple(`$response.body#${'/a'.repeat(5000)} == 1`)],
  ['a large index in a query', jsonpath('$.items[999999999]')],
  ['a large index in a pointer', simple('$response.body#/items/999999999/id == 1')],
])('%s is looked for in vain', async (_name, criterion) => {
  const { names, gaps } = await planned(
    one([{ stepId: 'a', successCriteria: [criterion] }]),
  );
  expect(names.filter((name) => name.endsWith('completed'))).toEqual([]);
  expect(Object.values(gaps)).toMatchObject([{ kind: 'unsolved' }]);
});
