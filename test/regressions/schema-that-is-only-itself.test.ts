import { expect, test } from 'vitest';

import { importArazzo } from '../../src/index.ts';
import { workflowText } from '../machines/support/workflow-text.ts';

test('a schema that is only itself is reported in words of its own', async () => {
  const inputs = { properties: { a: { $ref: '#/properties/a' } } };
  const text = workflowText({ inputs, steps: [{ stepId: 's' }] });
  const { diagnostics } = await importArazzo(text);
  const [finding] = diagnostics.filter(({ code }) => code === 'INVALID_SCHEMA');
  expect(finding?.message).toMatch(/it refers to itself without end$/);
});
