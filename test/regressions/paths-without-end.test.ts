import { expect, test } from 'vitest';
import { planPaths } from '../../src/testing/index.ts';
import { calling, load, one, planned } from '../analysis/paths/support/plan.ts';
import { action, simple } from '../machines/support/workflow-text.ts';
import type { WorkflowFields } from '../machines/support/document-text.ts';

const ok = [simple('$statusCode == 200')];
const retry = (retryLimit: number, more = {}): Readonly<Record<string, unknown>> =>
  action('again', 'retry', { retryLimit, ...more });

const loop = (name: string): Readonly<Record<string, unknown>> =>
  action(name, 'goto', { stepId: 's' });

test('a retry that may be taken a million times is not taken so often', async () => {
  const onFailure = [retry(1_000_000, { if: '$statusCode == 503' })];
  const { paths, cut } = await planned(
    one([{ stepId: 'a', successCriteria: ok, onFailure }]),
  );
  expect(Math.max(...paths.map(({ events }) => events.length))).toBe(3);
  expect(cut).toContain('retry again is taken 1000000 times');
});

test('retries of a workflow with retries do not multiply', async () => {
  const inner = [{ stepId: 'b', successCriteria: ok, onFailure: [retry(900)] }];
  const plan = planPaths(
    await load([
      {
        workflowId: 'outer',
        steps: [{ stepId: 'a', workflowId: 'inner', onFailure: [retry(900)] }],
      },
      { workflowId: 'inner', steps: inner },
    ]),
  );
  expect(plan.cut).toBe('paths with more than 10000 calls are left out');
});

test('a called workflow may never end', async () => {
  const { names } = await planned([
    { workflowId: 'outer', steps: [{ stepId: 'x', workflowId: 'inner' }] },
    {
      workflowId: 'inner',
      steps: [
        {
          stepId: 's',
          successCriteria: ok,
          onSuccess: [loop('on')],
          onFailure: [loop('back')],
        },
      ],
    },
  ]);
  expect(names).toEqual(['unfinished']);
});

test('a called workflow with too many states is one case', async () => {
  const { names, cut } = await planned(
    [
      { workflowId: 'outer', steps: [{ stepId: 'x', workflowId: 'inner' }] },
      calling('inner', 's'),
    ],
    { maxStates: 1 },
  );
  expect(names).toContain('x completed → completed');
  expect(cut).toContain('workflow inner is one case for each way to end');
});

test('workflows that call each other do not multiply from level to level', async () => {
  const levels = 6;
  const workflows = Array.from({ length: levels }, (_, level): WorkflowFields => ({
    workflowId: `level${level}`,
    steps: Array.from({ length: 4 }, (_each, step) => ({
      stepId: `s${step}`,
      ...(level === levels - 1
        ? { successCriteria: ok }
        : { workflowId: `level${level + 1}` }),
    })),
  }));
  const { paths, cut } = await planned(workflows);
  expect(paths.length).toBeLessThan(300);
  expect(cut).toContain('it has more than 300 paths');
});

test('a search for simple paths that finds none is given up', async () => {
  const ids = Array.from({ length: 11 }, (_, index) => `s${index}`);
  const everywhere = (name: string, criterion: string): readonly object[] => [
    ...ids.map((stepId, index) =>
      action(`${name}${stepId}`, 'goto', {
        stepId,
        if: `${criterion} == ${index + 500}`,
      }),
    ),
    action(`${name}Else`, 'goto', { stepId: 's0' }),
  ];
  const steps = ids.map((stepId) => ({
    stepId,
    successCriteria: ok,
    onSuccess: everywhere('on', '$response.body#/next'),
    onFailure: everywhere('back', '$statusCode'),
  }));
  const { cut } = planPaths(await load(one(steps)), { select: 'simple' });
  expect(cut).toContain('the search was given up');
});
