import { expect, test } from 'vitest';
import { simple } from '../../machines/support/workflow-text.ts';
import { described, object } from './support/described.ts';
import { casesIn } from './support/questions.ts';

test('a criterion that every promised body meets has a body that is not as promised', async () => {
  const body = object(
    { token: { type: 'string' }, kind: { type: 'string', enum: ['Bearer'] } },
    ['token', 'kind'],
  );
  const successCriteria = [
    simple("$response.body#/kind == 'Bearer'"),
    simple('$response.body#/token != null'),
  ];
  const { cases } = await casesIn(
    { steps: [{ stepId: 'call', successCriteria }] },
    { more: { operation: described({ '200': body }) } },
  );
  const bodies = cases.flatMap(({ name, reply }) =>
    name.startsWith('not ') && 'answer' in reply ? [reply.answer.body] : [],
  );
  expect(bodies).toEqual([{ token: expect.any(String) }, { kind: 'Bearer' }]);
});
