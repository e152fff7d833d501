import { describe, expect, test } from 'vitest';
import { status } from '../support/create-scripted-service.ts';
import type { WorkflowFields } from '../support/document-text.ts';
import { byOperation, runWorkflows, startWorkflows } from '../support/start-workflows.ts';
import { action } from '../support/workflow-text.ts';

function workflow(id: string, dependsOn: readonly string[], more = {}): WorkflowFields {
  return { workflowId: id, dependsOn, steps: [{ stepId: `s${id}` }], ...more };
}

describe('dependencies (A-WF-09 to A-WF-14, C-14)', () => {
  test('are run once in a run, also for workflows that are called and gone to', async () => {
    const { calls, output } = await runWorkflows([
      workflow('a', ['d'], {
        steps: [
          { stepId: 'call', workflowId: 'b' },
          { stepId: 'go', onSuccess: [action('go', 'goto', { workflowId: 'c' })] },
        ],
      }),
      workflow('b', ['d', 'e']),
      workflow('c', ['e', 'd']),
      workflow('d', []),
      workflow('e', ['d']),
    ]);
    expect(calls).toEqual(['sd', 'se', 'sb', 'go', 'sc']);
    expect(output.status).toBe('completed');
  });

  test('get those inputs of the run that their schema names, and their defaults', async () => {
    const d = workflow('d', [], {
      inputs: { type: 'object', properties: { n: {}, m: { default: 2 } } },
      outputs: { n: '$inputs.n', m: '$inputs.m', o: '$inputs.o' },
    });
    const outputs = {
      n: '$workflows.d.outputs.n',
      m: '$workflows.d.outputs.m',
      o: '$workflows.d.outputs.o',
    };
    const { output } = await runWorkflows([workflow('a', ['d'], { outputs }), d], {
      input: { n: 1, o: 3 },
    });
    expect(output.outputs).toEqual({ n: 1, m: 2 });
    const given = await runWorkflows([workflow('a', ['d'], { outputs }), d], {
      input: { n: 1, o: 3 },
      machine: { dependencyInputs: { d: { n: 9 } } },
    });
    expect(given.output.outputs).toEqual({ n: 9, m: 2 });
  });

  test('that fail are told with what they say; nothing else is done', async () => {
    const { calls, output } = await runWorkflows(
      [workflow('a', ['b']), workflow('b', ['c']), workflow('c', [])],
      { script: [status(500)] },
    );
    expect(calls).toEqual(['sc']);
    expect(output).toMatchObject({
      status: 'failed',
      failure: { kind: 'dependency', workflowId: 'b', notDone: ['sa'] },
    });
    if (output.status !== 'failed') return;
    expect(output.failure.message.split('\n')[0]).toBe(
      'Workflow "b", which must be completed first, did not complete: Workflow "c", which must be completed first, did not complete: Step "sc" (sc) was answered with status code 500.',
    );
  });

  test('that a failure action ended are not completed', async () => {
    const d = workflow('d', [], {
      steps: [{ stepId: 'sd', onFailure: [action('stop', 'end')] }],
    });
    const { output, calls } = await runWorkflows([workflow('a', ['d']), d], {
      script: byOperation({ sd: [status(404)] }),
    });
    expect(calls).toEqual(['sd']);
    expect(output).toMatchObject({ failure: { kind: 'dependency' } });
  });

  test('that go on as another workflow are completed with it', async () => {
    const outputs = { d: '$workflows.d.outputs.v', e: '$workflows.e.outputs.v' };
    const { output, calls } = await runWorkflows([
      workflow('a', ['d', 'f'], { outputs }),
      workflow('d', [], {
        steps: [{ stepId: 'sd', onSuccess: [action('go', 'goto', { workflowId: 'e' })] }],
      }),
      workflow('e', [], { outputs: { v: 1 } }),
      workflow('f', ['d', 'e']),
    ]);
    expect(calls).toEqual(['sd', 'se', 'sf', 'sa']);
    expect(output.outputs).toEqual({ d: 1, e: 1 });
  });

  test('reach the limit of calls as the run does', async () => {
    const { output } = await runWorkflows(
      [
        workflow('a', ['b']),
        workflow('b', [], { steps: [{ stepId: 'x' }, { stepId: 'y' }] }),
      ],
      { options: { maxSteps: 1 } },
    );
    expect(output).toMatchObject({ failure: { kind: 'step-limit' } });
  });

  test('named twice are run once', async () => {
    const { calls } = await runWorkflows([
      workflow('a', ['b', 'c']),
      workflow('b', []),
      workflow('c', ['b']),
    ]);
    expect(calls).toEqual(['sb', 'sc', 'sa']);
  });
});

describe('a step that depends on steps (B-DEP)', () => {
  const document = { arazzo: '1.1.0' };

  test('of a workflow that is completed is called', async () => {
    const steps = [
      { stepId: 'call', workflowId: 'b' },
      { stepId: 'x', dependsOn: ['call', '$workflows.b.steps.sb'] },
    ];
    const { output, calls } = await runWorkflows(
      [{ workflowId: 'a', steps }, workflow('b', [])].map(withoutEmpty),
      { document },
    );
    expect(calls).toEqual(['sb', 'x']);
    expect(output.status).toBe('completed');
  });

  test('of a workflow that has not run is not called, and that is not run for it', async () => {
    const steps = [{ stepId: 'x', dependsOn: ['$workflows.b.steps.sb'] }];
    const run = await startWorkflows(
      [{ workflowId: 'a', steps }, workflow('b', [])].map(withoutEmpty),
      { document },
    );
    expect(run.calls()).toEqual([]);
    expect(await run.finish()).toMatchObject({
      status: 'failed',
      failure: {
        kind: 'dependency',
        notDone: ['x'],
        message:
          'Step "x" (x) was not called: it depends on step "sb" of workflow "b", which has not run.',
      },
    });
  });
});

/** Arazzo 1.1 does not take an empty list. */
function withoutEmpty({ dependsOn, ...rest }: WorkflowFields): WorkflowFields {
  return Array.isArray(dependsOn) && dependsOn.length > 0 ? { ...rest, dependsOn } : rest;
}
