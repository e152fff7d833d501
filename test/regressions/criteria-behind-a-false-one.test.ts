import { expect, test } from 'vitest';
import { action, simple } from '../machines/support/workflow-text.ts';
import { one, planned } from '../analysis/paths/support/plan.ts';

test('a criterion counts as tried false only where those before it hold', async () => {
  const { uncovered } = await planned(
    one([
      {
        stepId: 'look',
        successCriteria: [
          simple('$statusCode == 200'),
          simple("$response.body#/status == 'DONE'"),
          simple('$response.body#/size > 1'),
        ],
        onFailure: [
          action('empty', 'end', {
            if: "$response.body#/status == 'NEW' && $response.body#/size == 0",
          }),
        ],
      },
    ]),
  );
  expect(uncovered).toEqual([]);
});
