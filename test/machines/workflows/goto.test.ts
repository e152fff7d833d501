import { describe, expect, test } from 'vitest';
import { status } from '../support/create-scripted-service.ts';
import type { WorkflowFields } from '../support/document-text.ts';
import { byOperation, runWorkflows } from '../support/start-workflows.ts';
import type { WorkflowsRun } from '../support/start-workflows.ts';
import { action } from '../support/workflow-text.ts';

function goes(workflowId: string, to: string, more: object = {}): WorkflowFields {
  return {
    workflowId,
    steps: [
      {
        stepId: `s-${workflowId}`,
        onSuccess: [action('go', 'goto', { workflowId: to })],
      },
      { stepId: `never-${workflowId}` },
    ],
    outputs: { from: workflowId },
    ...more,
  };
}

function ends(workflowId: string, more: object = {}): WorkflowFields {
  return {
    workflowId,
    steps: [{ stepId: `s-${workflowId}` }],
    outputs: { from: workflowId },
    ...more,
  };
}

const bounce = (workflowId: string, to: string) => ({
  workflowId,
  steps: [
    {
      stepId: `s-${workflowId}`,
      workflowId: 'no',
      onFailure: [action('go', 'goto', { workflowId: to })],
    },
  ],
});

const tokens = (run: WorkflowsRun) =>
  run.service.requests.map(({ idempotencyToken }) => idempotencyToken);

describe('goto a workflow (C-04, A-SACT-09)', () => {
  test('from a failure action: the result is that of the target', async () => {
    const first = {
      workflowId: 'a',
      steps: [{ stepId: 'x', onFailure: [action('go', 'goto', { workflowId: 'b' })] }],
      outputs: { from: 'a' },
    };
    const { output } = await runWorkflows([first, ends('b')], {
      script: byOperation({ x: [status(500)] }),
    });
    expect(output).toEqual({ status: 'completed', outputs: { from: 'b' } });
  });

  test('that fails: the run has failed with what that says', async () => {
    const { output } = await runWorkflows([goes('a', 'b'), ends('b')], {
      script: byOperation({ 's-b': [status(500)] }),
    });
    expect(output).toMatchObject({
      status: 'failed',
      outputs: { from: 'b' },
      failure: { kind: 'criteria', stepId: 's-b', statusCode: 500, notDone: [] },
    });
  });

  test('that ends by a failure action: the run has ended', async () => {
    const target = {
      workflowId: 'b',
      steps: [{ stepId: 'x', onFailure: [action('stop', 'end')] }],
    };
    const { output } = await runWorkflows([goes('a', 'b'), target], {
      script: byOperation({ x: [status(500)] }),
    });
    expect(output).toMatchObject({ status: 'ended', failure: { stepId: 'x' } });
  });

  test('whose inputs do not fit: the run has failed, nothing more is called', async () => {
    const inputs = { type: 'object', required: ['n'] };
    const { output, calls } = await runWorkflows([goes('a', 'b'), ends('b', { inputs })]);
    expect(calls).toEqual(['s-a']);
    expect(output).toMatchObject({ status: 'failed', failure: { kind: 'inputs' } });
  });

  test('to itself begins it anew, with its defaults', async () => {
    const again = {
      workflowId: 'a',
      inputs: { type: 'object', properties: { n: { default: 0 } } },
      steps: [
        {
          stepId: 'x',
          parameters: [{ name: 'n', in: 'query', value: '$inputs.n' }],
          onSuccess: [
            action('go', 'goto', {
              if: '$response.body#/more == true',
              workflowId: 'a',
              parameters: [{ name: 'n', value: '$response.body#/n' }],
            }),
          ],
        },
      ],
      outputs: { n: '$inputs.n' },
    };
    const script = [
      { body: { more: true, n: 1 } },
      { body: { more: true, n: 2 } },
      { body: {} },
    ];
    const { output, run } = await runWorkflows([again], {
      script,
      document: { arazzo: '1.1.0' },
    });
    const sent = run.service.requests.map(({ parameters }) => parameters[0]?.value);
    expect(sent).toEqual([0, 1, 2]);
    expect(output).toEqual({ status: 'completed', outputs: { n: 2 } });
  });

  test('of a called workflow: its caller has the outputs, and may name either', async () => {
    const caller = {
      workflowId: 'top',
      steps: [{ stepId: 'call', workflowId: 'a', outputs: { from: '$outputs.from' } }],
      outputs: {
        from: '$steps.call.outputs.from',
        a: '$workflows.a.outputs.from',
        b: '$workflows.b.outputs.from',
      },
    };
    const { output } = await runWorkflows([caller, goes('a', 'b'), ends('b')]);
    expect(output).toEqual({
      status: 'completed',
      outputs: { from: 'b', a: 'b', b: 'b' },
    });
  });
});

describe('inputs of the target (C-05)', () => {
  const target = ends('b', {
    inputs: { type: 'object', properties: { n: {}, m: { default: 'd' } } },
    outputs: { n: '$inputs.n', m: '$inputs.m', o: '$inputs.o' },
  });

  test('are its defaults, and what the action gives it', async () => {
    const { output } = await runWorkflows([goes('a', 'b'), target], { input: { n: 1 } });
    expect(output.outputs).toEqual({ m: 'd' });
  });

  test('with inheritInputs also those inputs of the run that it declares', async () => {
    const { output } = await runWorkflows([goes('a', 'b'), target], {
      input: { n: 1, m: 2, o: 3 },
      options: { inheritInputs: true },
    });
    expect(output.outputs).toEqual({ n: 1, m: 2 });
  });
});

describe('gotos without end', () => {
  test('leave nothing behind them: memory and stack stay flat', async () => {
    const { output, calls, run } = await runWorkflows([goes('a', 'b'), goes('b', 'a')], {
      options: { maxSteps: 600 },
    });
    expect(calls).toHaveLength(600);
    expect(output).toMatchObject({ failure: { kind: 'step-limit' } });
    expect(JSON.stringify(run.persisted()).length).toBeLessThan(5000);
  });

  test('within a called workflow too, and without an answer in between', async () => {
    const caller = { workflowId: 'top', steps: [{ stepId: 'call', workflowId: 'a' }] };
    const inputs = { type: 'object', required: ['none'] };
    const refuses = ends('no', { inputs });
    const { output, calls } = await runWorkflows(
      [caller, bounce('a', 'b'), bounce('b', 'a'), refuses],
      { options: { maxSteps: 600 } },
    );
    expect(calls).toEqual([]);
    expect(output).toMatchObject({ failure: { kind: 'step-limit' } });
  });

  test('the caller is told how deep and how far the run was', async () => {
    const caller = { workflowId: 'top', steps: [{ stepId: 'call', workflowId: 'a' }] };
    const { output } = await runWorkflows([caller, goes('a', 'b'), goes('b', 'a')], {
      options: { maxSteps: 10 },
    });
    expect(output).toMatchObject({
      failure: {
        kind: 'step-limit',
        message:
          'The run was ended because it reached its limit of 10 calls in step "s-b".',
      },
    });
  });
});

describe('idempotency tokens', () => {
  test('differ for every round of gotos', async () => {
    const caller = { workflowId: 'top', steps: [{ stepId: 'call', workflowId: 'a' }] };
    const within = await runWorkflows([caller, goes('a', 'b'), goes('b', 'a')], {
      options: { maxSteps: 20 },
    });
    expect(new Set(tokens(within.run)).size).toBe(within.calls.length);
    const alone = await runWorkflows([goes('a', 'a')], { options: { maxSteps: 20 } });
    expect(new Set(tokens(alone.run)).size).toBe(20);
  });

  test('differ for two calls of the same workflow, and are the same in a retry', async () => {
    const caller = {
      workflowId: 'top',
      steps: [
        { stepId: 'one', workflowId: 'a', onFailure: [action('again', 'retry')] },
        { stepId: 'two', workflowId: 'a' },
      ],
    };
    const { run, calls } = await runWorkflows([caller, goes('a', 'b'), ends('b')], {
      script: byOperation({ 's-b': [status(500), {}] }),
    });
    expect(calls).toEqual(['s-a', 's-b', 's-a', 's-b', 's-a', 's-b']);
    const [a1, b1, a2, b2, a3, b3] = tokens(run);
    expect([a2, b2]).toEqual([a1, b1]);
    expect(new Set([a1, b1, a3, b3]).size).toBe(4);
  });

  test('are the same in every run with the same id', async () => {
    const one = await runWorkflows([goes('a', 'b'), ends('b')]);
    const other = await runWorkflows([goes('a', 'b'), ends('b')]);
    expect(tokens(other.run)).toEqual(tokens(one.run));
  });
});
