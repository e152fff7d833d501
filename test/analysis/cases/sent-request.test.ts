import { expect, test } from 'vitest';
import { simple } from '../../machines/support/workflow-text.ts';
import { described } from './support/described.ts';
import { casesIn } from './support/questions.ts';

const step = {
  stepId: 'call',
  parameters: [{ name: 'q', in: 'query', value: 'a b' }],
  successCriteria: [simple('$statusCode == 200')],
};
const more = { operation: described({ '200': { type: 'object' } }) };

test('answers have the method and the URL where a workflow looks at them', async () => {
  const { cases } = await casesIn(
    { steps: [{ ...step, outputs: { from: '$url' } }] },
    { more },
  );
  expect(cases[0]?.reply).toMatchObject({
    answer: { request: { method: 'GET', url: expect.stringMatching(/\/x\?q=a%20b$/u) } },
  });
});

test('and have not where it does not', async () => {
  const { cases } = await casesIn({ steps: [step] }, { more });
  expect(cases[0]?.reply).not.toHaveProperty('answer.request');
});
