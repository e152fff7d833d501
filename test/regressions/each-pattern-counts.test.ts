import { expect, test } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import { workflowText } from '../machines/support/workflow-text.ts';

// ajv keeps patterns by their text, and ours all had the same: the first one stood for the others.
test('each pattern of an inputs schema counts, and its own', async () => {
  const inputs = {
    properties: { a: { pattern: '^a' }, b: { pattern: '^b' }, c: { pattern: '^a' } },
  };
  const arazzo = await importArazzo(workflowText({ inputs, steps: [{ stepId: 's' }] }));
  const { validateInputs } = arazzo.workflow();
  expect(validateInputs({ a: 'a', b: 'b', c: 'a' })).toEqual([]);
  expect(validateInputs({ a: 'b', b: 'a', c: 'b' }).map(({ path }) => path)).toEqual([
    '/a',
    '/b',
    '/c',
  ]);
});
