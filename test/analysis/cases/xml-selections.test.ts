import { expect, test } from 'vitest';
import { simple } from '../../machines/support/workflow-text.ts';
import { casesIn } from './support/questions.ts';

const select = (selector: string) => ({
  context: '$response.body',
  selector,
  type: 'xpath',
});

test('an XML answer has what the outputs select and what the criteria ask for', async () => {
  const xpath = { ...select('/a/state'), condition: "/a/state = 'open'" };
  const { cases } = await casesIn({
    arazzo: '1.1.0',
    steps: [
      {
        stepId: 'call',
        successCriteria: [
          simple('$statusCode == 200'),
          { context: xpath.context, type: 'xpath', condition: xpath.condition },
        ],
        outputs: { number: select('/a/number'), date: select('/a/@date') },
      },
    ],
  });
  const [body = ''] = cases.flatMap(({ kind, reply }) =>
    kind === 'next' && 'answer' in reply ? [String(reply.answer.body)] : [],
  );
  expect(body).toMatch(/<a [^>]*date="/u);
  expect(body).toContain('<state>open</state>');
  expect(body).toContain('<number>');
});
