import { expect, test } from 'vitest';
import { planPaths, runPaths } from '../../../src/testing/index.ts';
import type { PathPlan } from '../../../src/testing/index.ts';
import { load, one } from '../../analysis/paths/support/plan.ts';
import { action, simple } from '../../machines/support/workflow-text.ts';

const ok = [simple('$statusCode == 200')];

function waitingFor(literal: string): Parameters<typeof one>[0][number] {
  const condition = `$response.body#/status == '${literal}'`;
  return {
    stepId: 'look',
    successCriteria: ok,
    onSuccess: [action('done', 'end', { if: condition })],
  };
}

/** The plan with its first path changed. */
function changed(plan: PathPlan, change: object): PathPlan {
  const [first, ...others] = plan.paths;
  return { ...plan, paths: [{ ...first, ...change } as never, ...others] };
}

function breakOff(): never {
  throw new Error('The disk is full.');
}

test('a path that ends otherwise than it should fails', async () => {
  const workflow = await load(one([{ stepId: 'look', successCriteria: ok }]));
  const { paths } = await runPaths(
    workflow,
    changed(planPaths(workflow), { end: 'failed' }),
  );
  expect(paths[0]).toMatchObject({
    result: 'failed',
    problems: [{ kind: 'end', expected: 'failed', actual: 'completed' }],
  });
});

test('a machine that goes elsewhere is told with both places', async () => {
  const workflow = await load(
    one([{ stepId: 'look', successCriteria: ok }, { stepId: 'go' }]),
  );
  const plan = planPaths(workflow);
  const [event, ...rest] = plan.paths[0]?.events ?? [];
  const events = [{ ...event, leadsTo: 'elsewhere' }, ...rest];
  const { paths } = await runPaths(workflow, changed(plan, { events }));
  expect(paths[0]?.problems[0]).toMatchObject({
    kind: 'state',
    event: 0,
    stepId: 'look',
    expected: 'elsewhere',
    actual: 'go',
  });
});

test('requests are kept in the order in which they were sent', async () => {
  const workflow = await load(
    one(
      [
        {
          stepId: 'look',
          parameters: [{ name: 'id', in: 'query', value: '$inputs.id' }],
          requestBody: { payload: { id: '$inputs.id', other: '$inputs.other' } },
        },
      ],
      {
        inputs: {
          type: 'object',
          required: ['id'],
          properties: { id: { type: 'string' }, other: { type: 'string' } },
        },
      },
    ),
  );
  const { paths } = await runPaths(workflow, planPaths(workflow));
  const required = paths.find(({ name }) => name.startsWith('(required'));
  expect(required?.requests).toEqual([
    {
      stepId: 'look',
      call: 'look',
      parameters: [{ name: 'id', in: 'query', value: 'id-1' }],
      body: { id: 'id-1' },
    },
  ]);
});

test('what was provided for a machine is tested too', async () => {
  const workflow = await load(
    one([
      {
        stepId: 'look',
        successCriteria: ok,
        onSuccess: [
          action('special', 'goto', { stepId: 'rest', if: '$statusCode == 299' }),
        ],
      },
      { stepId: 'rest' },
    ]),
  );
  const machine = workflow.machine().provide({ guards: { special: () => false } });
  const { coverage, paths } = await runPaths(machine, planPaths(machine));
  expect(coverage.actions).toEqual({ covered: 0, total: 1 });
  expect(paths.every(({ result }) => result === 'passed')).toBe(true);
});

test('an action that was provided and throws is told with its error', async () => {
  const workflow = await load(one([{ stepId: 'look', successCriteria: ok }]));
  const machine = workflow.machine().provide({ actions: { recordAnswer: breakOff } });
  const { paths } = await runPaths(machine, planPaths(workflow));
  expect(paths[0]).toMatchObject({
    result: 'failed',
    problems: [{ kind: 'state', message: expect.stringContaining('The disk is full.') }],
  });
});

test('paths that were planned for another document show where it differs', async () => {
  const before = await load(one([waitingFor('DONE'), { stepId: 'rest' }]));
  const after = await load(one([waitingFor('READY'), { stepId: 'rest' }]));
  const { paths } = await runPaths(after, planPaths(before));
  expect(paths.filter(({ result }) => result === 'failed').length).toBeGreaterThan(0);
});

test('each path is told when it has been run', async () => {
  const workflow = await load(one([{ stepId: 'look', successCriteria: ok }]));
  const heard: string[] = [];
  const plan = planPaths(workflow);
  await runPaths(workflow, plan, { onPath: ({ name }) => heard.push(name) });
  expect(heard).toEqual(plan.paths.map(({ name }) => name));
});

test('a machine that neither calls nor ends is told at once', async () => {
  const workflow = await load(
    one([
      {
        stepId: 'look',
        successCriteria: ok,
        onFailure: [
          action('again', 'retry', { retryAfter: 1, if: '$statusCode == 503' }),
        ],
      },
    ]),
  );
  const plan = planPaths(workflow);
  const path = plan.paths.find(({ events }) =>
    events.some(({ type }) => type === 'wait'),
  );
  const events = path?.events.filter(({ type }) => type !== 'wait') ?? [];
  const begun = performance.now();
  const { paths } = await runPaths(workflow, changed(plan, { events }));
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(paths[0]?.problems).toMatchObject([
    { kind: 'state', event: 1, message: expect.stringContaining('calls nothing') },
  ]);
});
