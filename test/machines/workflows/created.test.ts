import { describe, expect, test } from 'vitest';
import { createdSoFar } from '../../../src/machines/index.ts';
import { status } from '../support/create-scripted-service.ts';
import type { WorkflowFields } from '../support/document-text.ts';
import { byOperation, runWorkflows, startWorkflows } from '../support/start-workflows.ts';
import type { WorkflowsSetup } from '../support/start-workflows.ts';
import { action } from '../support/workflow-text.ts';

const knowledge = { make: { creates: { resource: 'thing', id: '/id' } } };
const made = { operationId: 'make', resource: 'thing' };
const make = (stepId: string, more: object = {}) => ({
  stepId,
  operationId: 'make',
  ...more,
});

const caller = {
  workflowId: 'top',
  steps: [make('own'), { stepId: 'call', workflowId: 'child' }, { stepId: 'last' }],
};
const child: WorkflowFields = {
  workflowId: 'child',
  steps: [make('inner'), { stepId: 'use' }],
};

/** Things get the numbers of their tokens: the same token makes the same thing. */
function things(more: Parameters<typeof byOperation>[0] = {}) {
  const tokens: string[] = [];
  return byOperation({
    make: ({ idempotencyToken }) => {
      if (!tokens.includes(idempotencyToken)) tokens.push(idempotencyToken);
      return { body: { id: `#${tokens.indexOf(idempotencyToken) + 1}` } };
    },
    ...more,
  });
}

async function leftBehind(
  workflows: readonly WorkflowFields[],
  setup: WorkflowsSetup,
): Promise<unknown> {
  const { output } = await runWorkflows(workflows, { knowledge, ...setup });
  return output.status === 'completed' ? undefined : output.failure.leftBehind;
}

const both = [
  { ...made, stepId: 'own', id: '#1' },
  { ...made, stepId: 'inner', id: '#2' },
];

describe('what a run leaves behind', () => {
  test('names what called workflows have created, when they fail or the run does later', async () => {
    const inside = things({ use: [status(500)] });
    expect(await leftBehind([caller, child], { script: inside })).toEqual(both);
    const later = things({ last: [status(500)] });
    expect(await leftBehind([caller, child], { script: later })).toEqual(both);
  });

  test('names what was created before a goto', async () => {
    const first = {
      workflowId: 'top',
      steps: [
        make('own', { onSuccess: [action('go', 'goto', { workflowId: 'child' })] }),
      ],
    };
    const script = things({ use: [status(500)] });
    expect(await leftBehind([first, child], { script })).toEqual(both);
  });

  test('names what dependencies and helpers have created', async () => {
    const top = {
      workflowId: 'top',
      dependsOn: ['child'],
      steps: [
        {
          stepId: 'last',
          onFailure: [action('again', 'retry', { workflowId: 'helper' })],
        },
      ],
    };
    const helper = { workflowId: 'helper', steps: [make('help'), { stepId: 'bad' }] };
    const script = things({ last: [status(500)], bad: [status(500)] });
    expect(await leftBehind([top, child, helper], { script })).toEqual([
      { ...made, stepId: 'inner', id: '#1' },
      { ...made, stepId: 'help', id: '#2' },
    ]);
  });

  test('names each thing once when a workflow is called again with the same tokens', async () => {
    const again = {
      workflowId: 'top',
      steps: [
        make('own'),
        {
          stepId: 'call',
          workflowId: 'child',
          onFailure: [action('again', 'retry', { retryLimit: 2 })],
        },
      ],
    };
    const script = things({ use: [status(500)] });
    expect(await leftBehind([again, child], { script })).toEqual(both);
  });

  test('names what a workflow may be creating when its step is given up', async () => {
    const timed = {
      workflowId: 'top',
      steps: [make('own'), { stepId: 'call', workflowId: 'child', timeout: 1000 }],
    };
    const twice = { workflowId: 'child', steps: [make('inner'), make('lost')] };
    let calls = 0;
    const script = byOperation({
      make: () => ((calls += 1) === 3 ? 'silence' : { body: { id: `#${calls}` } }),
    });
    expect(
      await leftBehind([timed, twice], { script, document: { arazzo: '1.1.0' } }),
    ).toEqual([...both, { ...made, stepId: 'lost' }]);
  });

  test('names what is being created anywhere when the time of the run is over', async () => {
    const twice = { workflowId: 'child', steps: [make('inner'), make('lost')] };
    let calls = 0;
    const script = byOperation({
      make: () => ((calls += 1) === 3 ? 'silence' : { body: { id: `#${calls}` } }),
    });
    const options = { timeout: 1000 };
    expect(await leftBehind([caller, twice], { script, options })).toEqual([
      ...both,
      { ...made, stepId: 'lost' },
    ]);
  });

  test('can be asked for while the run is under way', async () => {
    const script = things({ use: ['silence'] });
    const run = await startWorkflows([caller, child], { script, knowledge });
    expect(run.context().created).toEqual(both.slice(0, 1));
    expect(createdSoFar(run.actor)).toEqual(both);
  });

  test('names nothing that a limit of calls has kept from being called', async () => {
    const script = things();
    const options = { maxSteps: 2 };
    expect(await leftBehind([caller, child], { script, options })).toEqual(
      both.slice(0, 1),
    );
  });
});
