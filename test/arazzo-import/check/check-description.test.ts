import { expect, test } from 'vitest';
import { checkStep } from './support/check-step.ts';

const at = 'info BROKEN_DESCRIPTION /sourceDescriptions/0/url';
const nowhere = { $ref: '#/components/nowhere' };

test.each([
  ['a parameter', { parameters: [nowhere] }],
  ['a parameter in a file that was not read', { parameters: [{ $ref: '/x.json#/a' }] }],
  ['a body', { requestBody: nowhere }],
  ['an answer', { responses: { 200: nowhere } }],
])(
  'a reference of %s that leads nowhere is told at the source',
  async (_what, operation) => {
    expect(await checkStep({ operation })).toContain(at);
  },
);

test('it is told once, however many steps call the operation', async () => {
  const operation = { parameters: [nowhere] };
  const steps = [{ stepId: 'again', operationId: 'act' }];
  expect(await checkStep({ operation, workflow: { steps } })).toEqual([at]);
});

test('what is wrong with other operations is not told', async () => {
  const paths = {
    '/things': { post: { operationId: 'act' }, get: { parameters: [nowhere] } },
  };
  expect(await checkStep({ operation: {}, api: { paths } })).toEqual([]);
});

test('there is one finding for an operation, whatever else is wrong with it', async () => {
  const operation = { parameters: [nowhere], requestBody: nowhere };
  expect(await checkStep({ operation })).toEqual([at]);
});
