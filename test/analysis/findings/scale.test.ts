import { expect, test } from 'vitest';
import { find } from './support/find.ts';
import { goto, step } from './support/step.ts';

/** Steps that skip ahead and go back, and read what others have found. */
function manySteps(count: number): readonly object[] {
  const near = (index: number): string => `s${Math.min(Math.max(index, 0), count - 1)}`;
  return Array.from({ length: count }, (_, index) =>
    step(`s${index}`, {
      parameters: [
        { name: 'a', in: 'query', value: `$steps.${near(index - 1)}.outputs.id` },
        { name: 'b', in: 'query', value: '$steps.s0.outputs.id' },
      ],
      outputs: { id: '$response.body#/id' },
      onSuccess: [
        goto('skip', near(index + 3), "$response.body#/status == 'SKIP'"),
        goto('back', near(index - 5), "$response.body#/status == 'BACK'"),
      ],
    }),
  );
}

// What grows with the square of the steps would take minutes.
test(
  'a workflow with thousands of steps and loops is analysed',
  { timeout: 60_000 },
  async () => {
    const found = await find(manySteps(3_000));

    expect(new Set(found.map(({ code }) => code))).toEqual(
      new Set(['ENDLESS_LOOP', 'OUTPUT_MAY_BE_MISSING', 'POLL_WITHOUT_DELAY']),
    );
  },
);

test(
  'thousands of workflows that call each other are analysed',
  { timeout: 60_000 },
  async () => {
    const workflows = Array.from({ length: 3_000 }, (_, index) => ({
      workflowId: `w${index}`,
      steps: [
        step('a', { outputs: { id: '$response.body#/id' } }),
        ...(index === 0 ? [] : [{ stepId: 'b', workflowId: `w${index - 1}` }]),
      ],
      outputs: { id: '$steps.a.outputs.id' },
    }));

    expect(await find([], { document: { workflows } })).toEqual([]);
  },
);
