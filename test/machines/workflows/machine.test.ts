import { createActor, createMachine, fromPromise, toPromise } from 'xstate';
import { describe, expect, test } from 'vitest';
import { loadWorkflow, toStately } from '../../../src/index.ts';
import type { WorkflowConfig } from '../../../src/index.ts';
import type { WorkflowCall } from '../../../src/machines/index.ts';
import { createScriptedService } from '../support/create-scripted-service.ts';
import { loadWorkflows, runWorkflows, startLoaded } from '../support/start-workflows.ts';
import { action, simple } from '../support/workflow-text.ts';

const caller = {
  workflowId: 'top',
  steps: [
    {
      stepId: 'call',
      workflowId: 'child',
      parameters: [{ name: 'n', value: 1 }],
      outputs: { v: '$outputs.v' },
    },
    { stepId: 'last' },
  ],
  outputs: {
    v: '$steps.call.outputs.v',
    same: '$workflows.child.outputs.v',
    n: '$workflows.child.inputs.n',
  },
};
const child = { workflowId: 'child', steps: [{ stepId: 'x' }], outputs: { v: 'real' } };

const callsItself = (id: string) => ({
  workflowId: id,
  steps: [{ stepId: 's', workflowId: id }],
});

describe('an actor in the place of a workflow', () => {
  const services = createScriptedService([{}]);

  test('gets its inputs and says how it ended', async () => {
    const calls: WorkflowCall[] = [];
    const workflow = await loadWorkflows([caller, child]);
    const machine = workflow.machine({ services }).provide({
      actors: {
        child: fromPromise(async ({ input }: { input: WorkflowCall }) => {
          calls.push(input);
          return { status: 'completed', outputs: { v: 'provided' } };
        }),
      },
    });
    const output = await toPromise(createActor(machine, { input: {} }).start());
    expect(calls).toMatchObject([
      { stepId: 'call', workflowId: 'child', inputs: { n: 1 } },
    ]);
    expect(output).toEqual({
      status: 'completed',
      outputs: { v: 'provided', same: 'provided', n: 1 },
    });
  });

  test('may be a machine that somebody else has made', async () => {
    const own = createMachine({
      initial: 'done',
      states: { done: { type: 'final' } },
      output: { status: 'completed', outputs: { v: 'own' } },
    });
    const workflow = await loadWorkflows([caller, child]);
    const machine = workflow.machine({ services }).provide({ actors: { child: own } });
    const output = await toPromise(createActor(machine, { input: {} }).start());
    expect(output.outputs).toMatchObject({ v: 'own' });
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('no luck'))],
    ['says nothing', () => Promise.resolve(undefined)],
    ['says something else', () => Promise.resolve({ v: 1 })],
    ['has failed', () => Promise.resolve({ status: 'failed' })],
  ])('that %s has not completed it', async (_what, answer: () => Promise<unknown>) => {
    const workflow = await loadWorkflows([caller, child]);
    const machine = workflow
      .machine({ services })
      .provide({ actors: { child: fromPromise(answer) } });
    const output = await toPromise(createActor(machine, { input: {} }).start());
    expect(output).toMatchObject({ status: 'failed', failure: { stepId: 'call' } });
  });
});

describe('a workflow whose document could not be read', () => {
  const document = {
    sourceDescriptions: [
      { name: 'api', url: './api.yaml', type: 'openapi' },
      { name: 'auth', url: './auth.yaml', type: 'arazzo' },
    ],
  };
  const remote = '$sourceDescriptions.auth.login';
  const calls = {
    workflowId: 'top',
    steps: [
      { stepId: 'call', workflowId: remote, outputs: { v: '$outputs.v' } },
      { stepId: 'last' },
    ],
    outputs: { v: '$steps.call.outputs.v' },
  };

  test('fails the step that calls it, with a reason', async () => {
    const { output } = await runWorkflows([calls], { document });
    expect(output).toMatchObject({
      status: 'failed',
      failure: {
        stepId: 'call',
        error: { type: 'MISSING_SERVICE' },
        notDone: ['call', 'last'],
      },
    });
  });

  test('fails what goes to it or depends on it', async () => {
    const onSuccess = [action('go', 'goto', { workflowId: remote })];
    const goes = { workflowId: 'top', steps: [{ stepId: 'a', onSuccess }] };
    expect((await runWorkflows([goes], { document })).output).toMatchObject({
      failure: { kind: 'workflow', workflowId: 'auth.login' },
    });
    const needs = { workflowId: 'top', dependsOn: [remote], steps: [{ stepId: 'a' }] };
    expect((await runWorkflows([needs], { document })).output).toMatchObject({
      failure: { kind: 'dependency', workflowId: 'auth.login' },
    });
  });

  test('can be provided', async () => {
    const workflow = await loadWorkflows([calls], { document });
    const login = fromPromise(async () => ({ status: 'completed', outputs: { v: 1 } }));
    const machine = workflow
      .machine({ services: createScriptedService([{}]) })
      .provide({ actors: { login } });
    const output = await toPromise(createActor(machine, { input: {} }).start());
    expect(output).toEqual({ status: 'completed', outputs: { v: 1 } });
  });
});

describe('names', () => {
  test('of a workflow and an operation may be the same', async () => {
    const same = {
      workflowId: 'top',
      steps: [
        { stepId: 'a', operationId: 'pay' },
        { stepId: 'b', workflowId: 'pay' },
      ],
    };
    const { calls, output } = await runWorkflows([
      same,
      { workflowId: 'pay', steps: [{ stepId: 'wait' }] },
    ]);
    expect(calls).toEqual(['pay', 'wait']);
    expect(output.status).toBe('completed');
  });

  test('may be any text', async () => {
    const ids = ['a b', 'a.b', 'a_b', '*', 'calling', 'timeLimit', '__proto__', 'wait'];
    const steps = ids.map((id) => ({
      stepId: id,
      workflowId: id,
      timeout: 1000,
      onFailure: [action('again', 'retry', { workflowId: id, if: '$statusCode == 1' })],
    }));
    const workflows = ids.map((workflowId, index) => ({
      workflowId,
      steps: [
        {
          stepId: workflowId,
          operationId: `op${index}`,
          onSuccess: [
            action('go', 'goto', {
              workflowId: ids[(index + 1) % ids.length],
              if: '$response.body#/go == true',
            }),
          ],
        },
      ],
    }));
    const first = { workflowId: 'top', dependsOn: ids, steps };
    let calls = 0;
    const { output } = await runWorkflows([first, ...workflows], {
      document: { arazzo: '1.1.0' },
      options: { maxSteps: 300 },
      script: () => ({ body: { go: (calls += 1) % 3 > 0 } }),
    });
    expect(output.status).toBe('completed');
  });
});

describe('the config of a workflow that calls workflows', () => {
  const workflows = [
    {
      ...caller,
      dependsOn: ['first'],
      steps: [
        ...caller.steps,
        {
          stepId: 'poll',
          onFailure: [action('help', 'retry', { workflowId: 'first' })],
          onSuccess: [
            action('go', 'goto', { workflowId: 'child', if: '$statusCode == 202' }),
          ],
        },
      ],
    },
    {
      ...child,
      steps: [
        {
          stepId: 'x',
          successCriteria: [simple('$statusCode == 200')],
          onFailure: [action('go', 'goto', { workflowId: 'child' })],
        },
      ],
    },
    { workflowId: 'first', steps: [{ stepId: 'f' }] },
  ];

  test('is JSON, and runs the same when it was stored', async () => {
    const { config } = await loadWorkflows(workflows);
    const stored = JSON.parse(JSON.stringify(config)) as WorkflowConfig;
    expect(stored).toEqual(config);
    const run = await startLoaded(await loadWorkflow(stored));
    expect((await run.finish()).status).toBe('completed');
    expect(run.calls()).toEqual(['f', 'x', 'last', 'poll']);
  });

  test('and those in it are drawn by bare XState', async () => {
    const { config } = await loadWorkflows(workflows);
    const all = [config, ...Object.values(config.meta.workflows ?? {})];
    expect(all.map(({ id }) => id)).toEqual(['top', 'first', 'child']);
    for (const each of all)
      expect(Object.keys(createMachine(each as never).states)).toEqual(
        Object.keys(each.states),
      );
  });

  test('can be opened in Stately', async () => {
    const { config } = await loadWorkflows(workflows);
    const text = toStately(config);
    const literal = text.slice(
      text.indexOf('createMachine(') + 14,
      text.lastIndexOf(')'),
    );
    // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- our own text
    const read = new Function(`return ${literal}`)() as unknown;
    expect(read).toEqual(config);
  });

  test('carries each workflow once, whoever calls it', async () => {
    const { config } = await loadWorkflows(workflows);
    const { workflows: carried = {} } = config.meta;
    expect(Object.keys(carried).toSorted()).toEqual(['child', 'first']);
    for (const each of Object.values(carried))
      expect(each.meta.workflows).toBeUndefined();
  });
});

describe('recursion', () => {
  test('ends by the limit of depth, which says so once', async () => {
    const { output, run } = await runWorkflows([callsItself('a')], {
      options: { maxDepth: 5 },
    });
    expect(run.events.filter(({ type }) => type === 'enter')).toHaveLength(6);
    expect(output).toMatchObject({
      failure: {
        kind: 'depth-limit',
        message:
          'The run was ended because it reached its limit of 5 workflows within each other.',
      },
    });
  });

  test('may go deep', async () => {
    const { output } = await runWorkflows([callsItself('a')], {
      options: { maxDepth: 300 },
    });
    expect(output).toMatchObject({ failure: { kind: 'depth-limit' } });
  });

  test('that is wide ends by the limit of calls', async () => {
    const wide = {
      workflowId: 'a',
      steps: ['s', 't'].map((stepId) => ({
        stepId,
        workflowId: 'a',
        onFailure: [action('on', 'goto', { stepId: 't' })],
      })),
    };
    const { output, calls: called } = await runWorkflows([wide], {
      options: { maxSteps: 200 },
    });
    expect(called).toEqual([]);
    expect(output).toMatchObject({ status: 'failed' });
  });
});
