import { createActor, createMachine, fromPromise, toPromise } from 'xstate';
import { describe, expect, test } from 'vitest';
import { importArazzo, loadWorkflow } from '../../src/index.ts';
import type { OperationInput } from '../../src/index.ts';
import type { OperationAnswer } from '../../src/services/index.ts';
import { createScriptedService, status } from './support/create-scripted-service.ts';
import { machineOf, startMachine } from './support/start-run.ts';
import { workflowText } from './support/workflow-text.ts';

const parts = {
  steps: [{ stepId: 'a', outputs: { id: '$response.body#/id' } }, { stepId: 'b' }],
  outputs: { id: '$steps.a.outputs.id' },
};

describe('services', () => {
  test('may be one for all sources, or one for each', async () => {
    const workflow = (await importArazzo(workflowText(parts))).workflow();
    const service = createScriptedService([{}]);
    for (const services of [service, { api: service }])
      await startMachine(workflow.machine({ services }));
    expect(service.requests).toHaveLength(4);
  });

  test('are told by the source, whatever the operations are called', async () => {
    const sources = [
      { name: 'one', url: '1.yaml' },
      { name: 'two', url: '2.yaml' },
    ];
    const ids = ['one.x', 'two.x', 'two.one.x'];
    const text = workflowText({
      sources,
      steps: ids.map((id, index) => ({
        stepId: `s${index}`,
        operationId: `$sourceDescriptions.${id}`,
      })),
    });
    const services = {
      one: createScriptedService([{}]),
      two: createScriptedService([{}]),
    };
    await startMachine((await importArazzo(text)).workflow().machine({ services }));
    expect([services.one.requests.length, services.two.requests.length]).toEqual([1, 2]);
  });

  test('that leave a source out are refused at once', async () => {
    const workflow = (await importArazzo(workflowText(parts))).workflow();
    const services = { other: createScriptedService([{}]) };
    expect(() => workflow.machine({ services })).toThrow(
      expect.objectContaining({ code: 'MISSING_SERVICE' }),
    );
  });

  test('that are missing altogether fail the first call', async () => {
    const run = await startMachine(await machineOf(parts));
    expect(run.actor.getSnapshot().output).toMatchObject({
      status: 'failed',
      failure: { stepId: 'a', error: { type: 'MISSING_SERVICE' }, leftBehind: [] },
    });
  });
});

describe('provide', () => {
  type Answer = Partial<OperationAnswer>;

  test('replaces the actor of an operation, which gets the request', async () => {
    const inputs: OperationInput[] = [];
    const a = fromPromise<Answer, OperationInput>(async ({ input }) => {
      inputs.push(input);
      return { statusCode: 200, headers: {}, body: { id: 'mine' } };
    });
    const machine = await machineOf(parts, createScriptedService([{}]));
    const actor = createActor(machine.provide({ actors: { a } }), { input: {} }).start();
    expect(await toPromise(actor)).toEqual({
      status: 'completed',
      outputs: { id: 'mine' },
    });
    expect(inputs).toMatchObject([{ stepId: 'a', operation: { operationId: 'a' } }]);
  });

  test('needs no status: without one it is 200', async () => {
    const a = fromPromise(async () => ({ body: { id: 'x' } }));
    const b = fromPromise(async () => ({}));
    const machine = (await machineOf(parts)).provide({ actors: { a, b } });
    const actor = createActor(machine, { input: {} }).start();
    expect(await toPromise(actor)).toMatchObject({ status: 'completed' });
  });

  test.each([null, undefined])(
    'an actor that gives %s is a call without an answer',
    async (nothing) => {
      const a = fromPromise(async () => nothing);
      const run = await startMachine((await machineOf(parts)).provide({ actors: { a } }));
      expect(run.actor.getSnapshot().output).toMatchObject({
        status: 'failed',
        failure: { kind: 'no-answer', stepId: 'a' },
      });
    },
  );

  test('an actor that rejects is a call without an answer', async () => {
    const a = fromPromise(async () => {
      throw new RangeError('too far');
    });
    const run = await startMachine((await machineOf(parts)).provide({ actors: { a } }));
    expect(run.actor.getSnapshot().output).toMatchObject({
      failure: { kind: 'no-answer', error: { type: 'RangeError', message: 'too far' } },
    });
  });
});

describe('a config', () => {
  test('is JSON, and loads the same machine again', async () => {
    const { config } = (await importArazzo(workflowText(parts))).workflow();
    const again = await loadWorkflow(JSON.parse(JSON.stringify(config)) as typeof config);
    const service = createScriptedService([{ body: { id: 1 } }]);
    const run = await startMachine(again.machine({ services: service }));
    expect(run.actor.getSnapshot().output).toEqual({
      status: 'completed',
      outputs: { id: 1 },
    });
  });

  test('is drawn by bare XState, without services', async () => {
    const { config } = (await importArazzo(workflowText(parts))).workflow();
    const machine = createMachine(config as never);
    expect(Object.keys(machine.states)).toEqual([
      'a',
      'b',
      'completed',
      'ended',
      'failed',
    ]);
  });

  test.each([
    ['whose step calls nothing', '"operation":{', '"nothing":{'],
    [
      'that calls for a step it does not have',
      '"input":{"stepId":"a"',
      '"input":{"stepId":"z"',
    ],
  ])('%s is refused', async (_, from, to) => {
    const { config } = (await importArazzo(workflowText(parts))).workflow();
    const edited = JSON.parse(
      JSON.stringify(config).replaceAll(from, to),
    ) as typeof config;
    await expect(loadWorkflow(edited)).rejects.toMatchObject({ code: 'INVALID_CONFIG' });
  });

  test('with an inputs schema that was edited to nonsense refuses all inputs', async () => {
    const { config } = (await importArazzo(workflowText(parts))).workflow();
    const meta = { ...config.meta, inputs: { $ref: '#/nowhere' } };
    const { validateInputs } = await loadWorkflow({ ...config, meta });
    expect(validateInputs({})).toMatchObject([{ path: '' }]);
  });
});

describe('run ids', () => {
  test('are given, or made for each run', async () => {
    const workflow = (await importArazzo(workflowText(parts))).workflow();
    const services = createScriptedService([status(500)]);
    let n = 0;
    const counted = workflow.machine({ services, runId: () => `run-${(n += 1)}` });
    const fixed = workflow.machine({ services, runId: 'mine' });
    const free = workflow.machine({ services });
    const runs = await Promise.all(
      [counted, counted, fixed, free, free].map((machine) => startMachine(machine)),
    );
    const [one, other, mine, ...random] = runs.map((run) => run.context().runId);
    expect(one).not.toBe(other);
    expect(mine).toBe('mine');
    expect(new Set(random).size).toBe(2);
  });
});
