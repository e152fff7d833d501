import { expect, test } from 'vitest';
import { action, simple } from '../../machines/support/workflow-text.ts';
import { casesIn } from './support/questions.ts';

const declined = {
  ...action('declined', 'end'),
  criteria: [simple('$statusCode == 402'), simple("$response.body#/code == 'card'")],
};
const step = { stepId: 'call', successCriteria: [simple('$statusCode == 201')] };

test('an action of which the first criterion holds and the second does not has a case', async () => {
  const { cases } = await casesIn({ steps: [{ ...step, onFailure: [declined] }] });
  const answers = cases.flatMap(({ reply }) => ('answer' in reply ? [reply.answer] : []));
  const refusals = answers.filter(({ statusCode }) => statusCode === 402);
  expect(refusals).toHaveLength(2);
  expect(
    refusals.filter(({ body }) => JSON.stringify(body).includes('card')),
  ).toHaveLength(1);
});

test('it has none of its own where another case is like that', async () => {
  const other = action('refused', 'end', { if: '$statusCode == 402' });
  const { cases } = await casesIn({ steps: [{ ...step, onFailure: [declined, other] }] });
  expect(cases.map(({ name }) => name)).not.toContain(
    "not $response.body#/code == 'card'",
  );
});
