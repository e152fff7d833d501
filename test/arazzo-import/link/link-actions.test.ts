import { describe, expect, test } from 'vitest';
import { action, workflowText } from '../../machines/support/workflow-text.ts';
import type { WorkflowParts } from '../../machines/support/workflow-text.ts';
import { configOf, findingsOf, hintsOf, transitionsOf } from '../support/import-text.ts';

/** The names of the actions of step `a`, in the order in which they are tried. */
async function namesOf(parts: WorkflowParts): Promise<readonly string[]> {
  const transitions = transitionsOf(await configOf(workflowText(parts)), 'a');
  return transitions.flatMap(({ meta }) => meta?.action ?? []);
}

describe('the actions of a step and of its workflow', () => {
  test("are the step's own, then those it does not override (A-WF-18, C-07)", async () => {
    const names = await namesOf({
      successActions: [action('one', 'end'), action('two', 'end')],
      failureActions: [action('three', 'end')],
      steps: [
        {
          stepId: 'a',
          onSuccess: [action('two', 'end', { if: '$statusCode == 201' })],
          onFailure: [action('four', 'retry')],
        },
      ],
    });
    expect(names).toEqual(['two', 'one', 'four', 'three']);
  });

  test('may come from the components, under the name that they have there', async () => {
    const names = await namesOf({
      components: { failureActions: { key: action('again', 'retry') } },
      failureActions: [{ reference: '$components.failureActions.key' }],
      steps: [{ stepId: 'a' }],
    });
    expect(names).toEqual(['again']);
  });

  test('are not there twice, after references are resolved (A-SACT-18)', async () => {
    const text = workflowText({
      components: { successActions: { stop: action('stop', 'end') } },
      steps: [
        {
          stepId: 'a',
          onSuccess: [
            action('stop', 'end'),
            { reference: '$components.successActions.stop' },
          ],
        },
      ],
    });
    expect(await findingsOf(text)).toMatchObject([
      { code: 'DUPLICATE_NAME', path: '/workflows/0/steps/0/onSuccess/1' },
    ]);
  });

  test('are of the right kind (A-SACT-17, A-FACT-22)', async () => {
    const text = workflowText({
      components: { failureActions: { stop: action('stop', 'end') } },
      steps: [
        { stepId: 'a', onSuccess: [{ reference: '$components.failureActions.stop' }] },
      ],
    });
    expect(await findingsOf(text)).toMatchObject([
      { code: 'INVALID_VALUE', path: '/workflows/0/steps/0/onSuccess/0/reference' },
    ]);
  });

  test('in components have no effect unless they are named (A-COMP-03)', async () => {
    const components = { failureActions: { again: action('again', 'retry') } };
    expect(await namesOf({ components, steps: [{ stepId: 'a' }] })).toEqual([]);
  });
});

describe('goto', () => {
  test.each([
    ['misspelt', 'pollExport', 'Did you mean "poll-export"?'],
    ['quite unknown', 'xyz', 'Its steps are "a", "poll-export".'],
  ])(
    'to a step that is %s is reported with a hint (A-SACT-08)',
    async (_n, stepId, hint) => {
      const text = workflowText({
        steps: [
          { stepId: 'a', onSuccess: [action('on', 'goto', { stepId })] },
          { stepId: 'poll-export' },
        ],
      });
      expect(await findingsOf(text)).toEqual([
        {
          code: 'UNKNOWN_STEP',
          severity: 'error',
          path: '/workflows/0/steps/0/onSuccess/0/stepId',
          at: `"${stepId}"`,
        },
      ]);
      expect(await hintsOf(text)).toEqual([hint]);
    },
  );

  test('lists no more than a few of many steps', async () => {
    const others = Array.from({ length: 20 }, (_, at) => ({ stepId: `s${at}` }));
    const text = workflowText({
      steps: [
        { stepId: 'a', onSuccess: [action('on', 'goto', { stepId: 'quite-other' })] },
        ...others,
      ],
    });
    expect(await hintsOf(text)).toEqual([
      'Its steps are "a", "s0", "s1", "s2", "s3", "s4", "s5", "s6" and 13 more.',
    ]);
  });

  test('from a component points at the list that took it', async () => {
    const text = workflowText({
      components: { successActions: { x: action('x', 'goto', { stepId: 'no' }) } },
      steps: [
        { stepId: 'a', onSuccess: [{ reference: '$components.successActions.x' }] },
      ],
    });
    expect(await findingsOf(text)).toMatchObject([
      { code: 'UNKNOWN_STEP', path: '/workflows/0/steps/0/onSuccess/0/stepId' },
    ]);
  });
});
