import { expect, test } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import { foreignFiles } from '../../src/openapi/index.ts';
import { workflowText } from '../machines/support/workflow-text.ts';

// More than a function can be given as arguments.
const long = Array.from({ length: 200_000 }, (_, index) => index);

test('a description may have long lists', () => {
  expect(foreignFiles({ a: { enum: long, $ref: 'b.json' } }, 'a.json')).toEqual([
    'b.json',
  ]);
});

test('a document may have long lists', async () => {
  const text = workflowText({
    steps: [{ stepId: 'send', requestBody: { payload: long } }],
  });
  const { diagnostics } = await importArazzo(text, { read: () => Promise.reject() });
  expect(diagnostics.map(({ severity }) => severity)).not.toContain('error');
});
