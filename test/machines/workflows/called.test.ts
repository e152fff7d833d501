import { describe, expect, test } from 'vitest';
import type { Failure, WorkflowOutput } from '../../../src/index.ts';
import { noAnswer, status } from '../support/create-scripted-service.ts';
import { byOperation, runWorkflows, startWorkflows } from '../support/start-workflows.ts';
import { action, simple } from '../support/workflow-text.ts';

const child = {
  workflowId: 'child',
  inputs: {
    type: 'object',
    required: ['n'],
    properties: { n: { type: 'integer' }, size: { default: 'm' } },
  },
  steps: [
    {
      stepId: 'x',
      parameters: [
        { name: 'n', in: 'query', value: '$inputs.n' },
        { name: 'size', in: 'query', value: '$inputs.size' },
      ],
      outputs: { id: '$response.body#/id' },
    },
  ],
  outputs: { id: '$steps.x.outputs.id', n: '$inputs.n' },
};

function parent(step: object = {}, rest: object = {}) {
  return {
    workflowId: 'parent',
    steps: [
      {
        stepId: 'b',
        workflowId: 'child',
        parameters: [{ name: 'n', value: '$inputs.n' }],
        ...step,
      },
      { stepId: 'c' },
    ],
    ...rest,
  };
}

function failureOf(output: WorkflowOutput): Failure {
  if (output.status === 'completed') throw new Error('The run was meant to fail.');
  return output.failure;
}

describe('inputs of a called workflow', () => {
  test('that do not fit its schema: nothing is called, the step fails', async () => {
    const { output, calls } = await runWorkflows([parent(), child], {
      input: { n: 'many' },
    });
    expect(calls).toEqual([]);
    const failure = failureOf(output);
    expect(failure).toMatchObject({
      kind: 'workflow',
      stepId: 'b',
      workflowId: 'child',
      notDone: ['c'],
      cause: { kind: 'inputs', inputs: [{ path: '/n' }] },
    });
    expect(failure.message).toBe(
      'Step "b" (workflow child) did not complete: The inputs do not fit the workflow: The input "n" must be integer. Nothing was called.',
    );
  });

  test('that a failure action handles: the run goes on', async () => {
    const onFailure = [action('skip', 'goto', { stepId: 'c' })];
    const { output, calls } = await runWorkflows([parent({ onFailure }), child]);
    expect(calls).toEqual(['c']);
    expect(output.status).toBe('completed');
  });

  test('are the defaults where nothing is given; a given value wins', async () => {
    const { run } = await runWorkflows([parent(), child], { input: { n: 1 } });
    const [request] = run.service.requests;
    expect(request?.parameters.map(({ value }) => value)).toEqual([1, 'm']);
    const parameters = [
      { name: 'n', value: 2 },
      { name: 'size', value: 'l' },
    ];
    const { run: other } = await runWorkflows([parent({ parameters }), child]);
    const [sent] = other.service.requests;
    expect(sent?.parameters.map(({ value }) => value)).toEqual([2, 'l']);
  });
});

describe('what the caller sees of a called workflow', () => {
  test('in criteria and outputs: $outputs and $workflows.<id>, inputs too', async () => {
    const step = {
      successCriteria: [
        simple('$outputs.id == 7'),
        simple('$workflows.child.outputs.id == 7'),
        simple('$workflows.child.inputs.n == 1'),
      ],
      outputs: { id: '$outputs.id', same: '$workflows.child.outputs.id' },
    };
    const outputs = {
      id: '$steps.b.outputs.id',
      same: '$steps.b.outputs.same',
      later: '$workflows.child.outputs.n',
      size: '$workflows.child.inputs.size',
      own: '$workflows.parent.inputs.n',
    };
    const { output } = await runWorkflows([parent(step, { outputs }), child], {
      input: { n: 1 },
      script: [{ body: { id: 7 } }],
    });
    expect(output).toEqual({
      status: 'completed',
      outputs: { id: 7, same: 7, later: 1, size: 'm', own: 1 },
    });
  });

  test('criteria that do not hold: the step fails and says which', async () => {
    const successCriteria = [simple('$outputs.id == 8')];
    const { output } = await runWorkflows([parent({ successCriteria }), child], {
      input: { n: 1 },
      script: [{ body: { id: 7 } }],
    });
    const failure = failureOf(output);
    expect(failure).toMatchObject({ kind: 'criteria', workflowId: 'child' });
    expect(failure.criteria).toHaveLength(1);
    expect(failure.message.split('\n')[0]).toBe(
      'Step "b" (child) does not meet its success criteria.',
    );
  });

  test('the last answer and request of its last call, two levels deep (C-13)', async () => {
    const outer = {
      workflowId: 'outer',
      steps: [
        {
          stepId: 'o',
          workflowId: 'middle',
          successCriteria: [simple('$statusCode == 201')],
          outputs: {
            code: '$statusCode',
            id: '$response.body#/id',
            n: '$request.query.n',
            size: '$request.query.size',
          },
        },
      ],
      outputs: {
        code: '$steps.o.outputs.code',
        id: '$steps.o.outputs.id',
        n: '$steps.o.outputs.n',
      },
    };
    const middle = parent({}, { workflowId: 'middle', inputs: true });
    const [call] = middle.steps;
    const workflows = [
      outer,
      {
        ...middle,
        steps: [
          { stepId: 'first' },
          { ...call, stepId: 'b', parameters: [{ name: 'n', value: 3 }] },
        ],
      },
      child,
    ];
    const { output, run } = await runWorkflows(workflows, {
      script: byOperation({ x: [{ statusCode: 201, body: { id: 9 } }] }),
    });
    expect(output).toEqual({ status: 'completed', outputs: { code: 201, id: 9, n: 3 } });
    expect(run.context().lastCall).toBeUndefined();
  });

  test('no answer when its last call had none', async () => {
    const last = {
      workflowId: 'child',
      steps: [{ stepId: 'x' }, { stepId: 'y', onFailure: [action('stop', 'end')] }],
    };
    const caller = {
      workflowId: 'parent',
      steps: [
        {
          stepId: 'b',
          workflowId: 'child',
          onFailure: [
            action('wrong', 'goto', { stepId: 'c', if: '$statusCode == 200' }),
            action('right', 'end'),
          ],
        },
        { stepId: 'c' },
      ],
    };
    const { output, calls } = await runWorkflows([caller, last], {
      script: byOperation({ y: [noAnswer()] }),
    });
    expect(calls).toEqual(['x', 'y']);
    expect(output.status).toBe('ended');
  });
});

describe('a called workflow that a failure action ended (C-10)', () => {
  const ended = {
    workflowId: 'child',
    steps: [{ stepId: 'x', onFailure: [action('stop', 'end')] }],
    outputs: { reason: 'gone' },
  };

  test('is a failure of the step', async () => {
    const { output } = await runWorkflows([parent(), ended], { script: [status(404)] });
    expect(output).toMatchObject({ status: 'failed', failure: { kind: 'workflow' } });
  });

  test('unless the step has criteria that hold', async () => {
    const step = {
      successCriteria: [simple("$outputs.reason == 'gone'")],
      outputs: { why: '$outputs.reason' },
    };
    const { output } = await runWorkflows(
      [parent(step, { outputs: { why: '$steps.b.outputs.why' } }), ended],
      { script: byOperation({ x: [status(404)] }) },
    );
    expect(output).toEqual({ status: 'completed', outputs: { why: 'gone' } });
  });
});

describe('a called workflow that failed (C-12)', () => {
  const failing = { workflowId: 'child', steps: [{ stepId: 'x' }] };

  test('is run again by a retry, which waits and counts', async () => {
    const onFailure = [action('again', 'retry', { retryAfter: 2, retryLimit: 2 })];
    const script = byOperation({ x: [status(500), status(500), {}] });
    const { output, calls, run } = await runWorkflows([parent({ onFailure }), failing], {
      script,
    });
    expect(calls).toEqual(['x', 'x', 'x', 'c']);
    expect(output.status).toBe('completed');
    expect(run.clock.now()).toBe(4000);
  });

  test('leads where a failure action says, or ends the run', async () => {
    const goto = [action('clean', 'goto', { stepId: 'c' })];
    const script = byOperation({ x: [status(500)] });
    const gone = await runWorkflows([parent({ onFailure: goto }), failing], { script });
    expect(gone.calls).toEqual(['x', 'c']);
    expect(gone.output.status).toBe('completed');
    const end = [action('stop', 'end')];
    const over = await runWorkflows([parent({ onFailure: end }), failing], { script });
    expect(over.output).toMatchObject({ status: 'ended', failure: { kind: 'workflow' } });
  });

  test('is explained from the outside to the inside', async () => {
    const top = { workflowId: 'top', steps: [{ stepId: 'a', workflowId: 'parent' }] };
    const { output } = await runWorkflows([top, parent(), failing], {
      script: [status(500)],
    });
    const failure = failureOf(output);
    expect(failure.message).toBe(
      [
        'Step "a" (workflow parent) did not complete: Step "b" (workflow child) did not complete: Step "x" (x) was answered with status code 500.',
        'Not met: the status code is 500, not 2xx',
      ].join('\n'),
    );
    expect(failure.cause?.cause).toMatchObject({ stepId: 'x', statusCode: 500 });
  });
});

describe('time limits', () => {
  const slow = { workflowId: 'child', steps: [{ stepId: 'x' }, { stepId: 'y' }] };
  const timed = parent({
    timeout: 1000,
    parameters: [],
    onFailure: [action('go', 'goto', { stepId: 'c' })],
  });
  const document = { arazzo: '1.1.0' };
  const stuck = byOperation({ y: ['silence'] });

  test('of a step end its workflow and abort the request in flight', async () => {
    const run = await startWorkflows([timed, slow], { document, script: stuck });
    expect(run.calls()).toEqual(['x', 'y']);
    await run.advance(999);
    expect(run.service.signals[1]?.aborted).toBe(false);
    await run.advance(1);
    expect(run.service.signals[1]?.aborted).toBe(true);
    expect(run.calls()).toEqual(['x', 'y', 'c']);
    expect((await run.finish()).status).toBe('completed');
  });

  test('of a step hold on when its workflow goes on as another', async () => {
    const first = {
      workflowId: 'child',
      steps: [
        { stepId: 'x', onFailure: [action('again', 'retry', { retryAfter: 0.8 })] },
        { stepId: 'z', onSuccess: [action('go', 'goto', { workflowId: 'other' })] },
      ],
    };
    const other = { workflowId: 'other', steps: [{ stepId: 'y' }] };
    const script = byOperation({ x: [status(500), {}], y: ['silence'] });
    const run = await startWorkflows([timed, first, other], { document, script });
    await run.advance(800);
    expect(run.calls()).toEqual(['x', 'x', 'z', 'y']);
    await run.advance(199);
    expect(run.calls()).toHaveLength(4);
    await run.advance(1);
    expect(run.calls()).toEqual(['x', 'x', 'z', 'y', 'c']);
  });

  test('of a step without a failure action fail the run, and say so', async () => {
    const [step, rest] = timed.steps;
    const strict = {
      ...timed,
      steps: [
        { ...step, stepId: 'b', onFailure: [] },
        { stepId: 'c', ...rest },
      ],
    };
    const { output } = await runWorkflows([strict, slow], { document, script: stuck });
    const failure = failureOf(output);
    expect(failure).toMatchObject({
      kind: 'no-answer',
      stepId: 'b',
      error: { type: 'TIMEOUT' },
      notDone: ['c'],
    });
    expect(failure.message).toBe(
      'Step "b" (child) got no answer: The step has reached its time limit.',
    );
  });

  test('of the run abort what is in flight at every depth', async () => {
    const top = { workflowId: 'top', steps: [{ stepId: 'a', workflowId: 'parent' }] };
    const run = await startWorkflows([top, parent({ parameters: [] }), slow], {
      options: { timeout: 5000 },
      script: stuck,
    });
    await run.advance(5000);
    expect(run.service.signals.at(-1)?.aborted).toBe(true);
    expect(await run.finish()).toMatchObject({
      status: 'failed',
      failure: { kind: 'timeout', stepId: 'a', workflowId: 'parent' },
    });
  });

  test('of the run and of a step do not meet, whatever the names', async () => {
    const same = {
      workflowId: 'timeLimit',
      steps: [
        { stepId: 'timeLimit', workflowId: 'child', timeout: 1000 },
        { stepId: 'run' },
      ],
    };
    const run = await startWorkflows([same, slow], {
      document,
      options: { timeout: 500 },
      script: stuck,
    });
    await run.advance(500);
    expect(await run.finish()).toMatchObject({ failure: { kind: 'timeout' } });
  });

  test('for single calls are not for steps that call workflows', async () => {
    const waits = {
      workflowId: 'child',
      steps: [{ stepId: 'x', onFailure: [action('again', 'retry', { retryAfter: 60 })] }],
    };
    const { output } = await runWorkflows([parent(), waits], {
      options: { stepTimeout: 1000 },
      script: byOperation({ x: [status(503), {}] }),
    });
    expect(output.status).toBe('completed');
  });
});

test('stopping the run aborts what is in flight within it', async () => {
  const top = { workflowId: 'top', steps: [{ stepId: 'a', workflowId: 'child' }] };
  const slow = { workflowId: 'child', steps: [{ stepId: 'x' }] };
  const run = await startWorkflows([top, slow], { script: ['silence'] });
  run.actor.stop();
  expect(run.service.signals[0]?.aborted).toBe(true);
});
