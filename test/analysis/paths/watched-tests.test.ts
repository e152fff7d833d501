import { expect, test } from 'vitest';
import { action, simple } from '../../machines/support/workflow-text.ts';
import { one, planned } from './support/plan.ts';

test('an output that an answer is compared with makes a difference by being there', async () => {
  const { uncovered, paths } = await planned(
    one([
      {
        stepId: 'before',
        successCriteria: [simple('$statusCode == 200')],
        onFailure: [action('never mind', 'goto', { stepId: 'now' })],
        outputs: { total: '$response.body#/total' },
      },
      {
        stepId: 'now',
        successCriteria: [simple('$response.body#/total != null')],
        onSuccess: [
          action('same', 'end', {
            if: '$response.body#/total == $steps.before.outputs.total',
          }),
          action('other', 'end'),
        ],
      },
    ]),
  );
  expect(uncovered).toEqual([]);
  const ways = paths.map(({ events }) =>
    events.map((event) => (event.type === 'call' ? event.transition?.action : '')),
  );
  expect(ways).toContainEqual([undefined, 'same']);
});
