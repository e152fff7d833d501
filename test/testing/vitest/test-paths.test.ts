import { beforeEach, describe, expect, test } from 'vitest';
import { importArazzo } from '../../../src/index.ts';
import { planPaths } from '../../../src/testing/index.ts';
import { testPaths } from '../../../src/testing/vitest/index.ts';

const { workflows } = await importArazzo('examples/petstore/buy-a-pet.arazzo.yaml');
const [logIn] = workflows.filter(({ workflowId }) => workflowId === 'logIn');
if (logIn === undefined) throw new Error('no workflow');

const begun: string[] = [];

describe.each(['scripted', 'http'] as const)('the paths of a workflow, %s', (against) => {
  testPaths(logIn, { against });
  beforeEach(({ task }) => void begun.push(task.name));
});

test('have tests that are called like them', () => {
  const names = planPaths(logIn).paths.map(({ name }) => name);
  expect(begun).toEqual([...names, ...names]);
});
