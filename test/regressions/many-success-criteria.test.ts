import { expect, test } from 'vitest';
import { planPaths } from '../../src/testing/index.ts';
import { load, one } from '../analysis/paths/support/plan.ts';
import { simple } from '../machines/support/workflow-text.ts';

test('a step with many success criteria does not take for ever', async () => {
  const successCriteria = Array.from({ length: 90 }, (_, index) =>
    simple(`$response.body#/part${index} == ${index}`),
  );
  const { paths } = planPaths(await load(one([{ stepId: 'a', successCriteria }])));
  const broken = paths.filter(({ name }) => name.includes('not $response'));
  expect(broken.length).toBeGreaterThan(40);
  expect(broken.length).toBeLessThanOrEqual(50);
});
