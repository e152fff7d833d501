import { expect, test } from 'vitest';
import { body } from '../machines/support/create-scripted-service.ts';
import { runToEnd } from '../machines/support/start-run.ts';
import { action } from '../machines/support/workflow-text.ts';

// The outputs of an answer were put together from the outputs of that answer, without an end.
test('an output that reads its own step gets what the visit before has left', async () => {
  let n = 0;
  const { output } = await runToEnd(
    {
      steps: [
        {
          stepId: 'a',
          outputs: { now: '$response.body#/n', before: '$steps.a.outputs.now' },
          onSuccess: [
            action('again', 'goto', { stepId: 'a', if: '$steps.a.outputs.now < 3' }),
            action('stop', 'end'),
          ],
        },
      ],
      outputs: { all: '$steps.a.outputs' },
    },
    { script: () => body({ n: (n += 1) }) },
  );
  expect(output).toEqual({
    status: 'completed',
    outputs: { all: { now: 3, before: 2 } },
  });
});
