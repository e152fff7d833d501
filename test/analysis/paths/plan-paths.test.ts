import { expect, test } from 'vitest';
import { action, simple } from '../../machines/support/workflow-text.ts';
import { calling, load, one, planned } from './support/plan.ts';
import { planPaths } from '../../../src/testing/index.ts';

const ok = [simple('$statusCode == 200')];

test('a step has a path for its success, for a refusal and for silence', async () => {
  const { names, coverage } = await planned(
    one([{ stepId: 'look', successCriteria: ok }]),
  );
  expect(names).toEqual([
    'look 200 → completed',
    'look 400 → failed',
    'look no answer → failed',
  ]);
  expect(coverage.transitions).toEqual({ covered: 3, total: 3 });
});

test('a poll goes through its statuses before it is over', async () => {
  const { names } = await planned(
    one([
      {
        stepId: 'poll',
        successCriteria: ok,
        onSuccess: [
          action('ready', 'end', { if: "$response.body#/status == 'READY'" }),
          action('waiting', 'goto', {
            stepId: 'poll',
            if: "$response.body#/status == 'BUSY'",
          }),
        ],
      },
    ]),
  );
  expect(names[0]).toBe('poll BUSY → wait → poll READY → completed');
});

test.each([3, 50])(
  'a retry with a limit of %d has as many paths as any other',
  async (retryLimit) => {
    const again = action('again', 'retry', {
      retryAfter: 1,
      retryLimit,
      if: '$statusCode == 503',
    });
    const { names } = await planned(
      one([{ stepId: 'look', successCriteria: ok, onFailure: [again] }]),
    );
    expect(names).toEqual([
      'look 503 → wait → look 200 → completed',
      'look 400 → failed',
      'look no answer → failed',
      `(look 503 → wait) ×${retryLimit} → look 503 → failed`,
    ]);
  },
);

test('a retry that is used up is taken as often as its limit says', async () => {
  const again = action('again', 'retry', { retryLimit: 3 });
  const { paths } = await planned(
    one([{ stepId: 'look', successCriteria: ok, onFailure: [again] }]),
  );
  const calls = paths.map(
    ({ events }) => events.filter(({ type }) => type === 'call').length,
  );
  expect(calls).toContain(4);
});

test('twelve decisions that join again do not multiply', async () => {
  const steps = Array.from({ length: 12 }, (_, index) => [
    {
      stepId: `ask${index}`,
      successCriteria: ok,
      onSuccess: [
        action('left', 'goto', {
          stepId: `left${index}`,
          if: "$response.body#/way == 'left'",
        }),
        action('right', 'goto', {
          stepId: `right${index}`,
          if: "$response.body#/way == 'right'",
        }),
      ],
    },
    {
      stepId: `left${index}`,
      successCriteria: ok,
      onSuccess: [action('on', 'goto', { stepId: `join${index}` })],
    },
    { stepId: `right${index}`, successCriteria: ok },
    { stepId: `join${index}`, successCriteria: ok },
  ]).flat();
  const { paths, coverage } = await planned(one(steps));
  expect(paths.length).toBeLessThan(130);
  expect(coverage.transitions.covered).toBe(coverage.transitions.total);
});

test('a decision that was made by an earlier answer is made both ways', async () => {
  const { names, coverage } = await planned(
    one([
      { stepId: 'ask', successCriteria: ok, outputs: { color: '$response.body#/color' } },
      {
        stepId: 'look',
        successCriteria: ok,
        onSuccess: [
          action('red', 'end', { if: "$steps.ask.outputs.color == 'red'" }),
          action('other', 'goto', { stepId: 'paint' }),
        ],
      },
      { stepId: 'paint', successCriteria: ok },
    ]),
  );
  expect(coverage.actions).toEqual({ covered: 2, total: 2 });
  expect(names).toContain('ask red → look 200 → completed');
});

test('a decision that an input makes is made with each value of it', async () => {
  const { names } = await planned(
    one(
      [
        {
          stepId: 'look',
          successCriteria: ok,
          onSuccess: [
            action('fast', 'end', { if: "$inputs.mode == 'fast'" }),
            action('slow', 'goto', { stepId: 'rest' }),
          ],
        },
        { stepId: 'rest', successCriteria: ok },
      ],
      { inputs: { type: 'object', properties: { mode: { type: 'string' } } } },
    ),
  );
  expect(names).toContain('(mode = fast) look 200 → completed');
  expect(names.some((name) => name.startsWith('(required inputs)'))).toBe(true);
});

test('inputs that do not fit their schema are a path of their own', async () => {
  const { names } = await planned(
    one([{ stepId: 'look', successCriteria: ok }], {
      inputs: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'string' } },
      },
    }),
  );
  expect(names).toContain('(invalid inputs: without id) failed');
});

test('called workflows are traversed in place, or as one case', async () => {
  const workflows = [
    { workflowId: 'test', steps: [{ stepId: 'sub', workflowId: 'inner' }] },
    calling('inner', 'look'),
  ];
  expect((await planned(workflows)).names).toEqual([
    'sub [look 200] → completed',
    'sub [look 400 → failed] → failed',
    'sub [look no answer → failed] → failed',
  ]);
  const { names } = await planned(workflows, { subWorkflows: 'one-case' });
  expect(names).toContain('sub completed → completed');
  expect(names).toContain('sub failed → failed');
});

test('workflows that call each other in a ring end', async () => {
  const { coverage } = await planned([
    {
      workflowId: 'test',
      steps: [
        {
          stepId: 'look',
          successCriteria: ok,
          onSuccess: [
            action('enough', 'end', { if: "$response.body#/more == 'no'" }),
            action('more', 'goto', { stepId: 'again' }),
          ],
        },
        { stepId: 'again', workflowId: 'test' },
      ],
    },
  ]);
  expect(coverage.actions).toEqual({ covered: 2, total: 2 });
});

test('a goto to a workflow and dependencies are gone through', async () => {
  const { names, coverage, uncovered } = await planned([
    {
      workflowId: 'test',
      dependsOn: ['first'],
      steps: [
        {
          stepId: 'look',
          successCriteria: ok,
          onSuccess: [action('on', 'goto', { workflowId: 'last' })],
        },
      ],
    },
    calling('first', 'begin'),
    calling('last', 'finish'),
  ]);
  expect(names[0]).toBe('first [begin 200] → look 200 → last [finish 200] → completed');
  expect({ coverage: coverage.transitions, uncovered }).toEqual({
    coverage: { covered: coverage.transitions.total, total: coverage.transitions.total },
    uncovered: [],
  });
});

test('a helper of a retry is a call on the path', async () => {
  const renew = action('renew', 'retry', {
    workflowId: 'renewal',
    retryLimit: 2,
    if: '$statusCode == 401',
  });
  const { names } = await planned([
    {
      workflowId: 'test',
      steps: [{ stepId: 'look', successCriteria: ok, onFailure: [renew] }],
    },
    calling('renewal', 'begin'),
  ]);
  expect(names[0]).toBe('look 401 → look [begin 200] → wait → look 200 → completed');
});

test('a loop that nothing leads out of is unfinished', async () => {
  const { paths } = await planned(
    one([
      {
        stepId: 'there',
        successCriteria: ok,
        onFailure: [action('back', 'goto', { stepId: 'back' })],
      },
      {
        stepId: 'back',
        onSuccess: [action('again', 'goto', { stepId: 'there' })],
        onFailure: [action('again', 'goto', { stepId: 'there' })],
      },
    ]),
  );
  expect(new Set(paths.map(({ end }) => end))).toEqual(new Set(['unfinished']));
});

test('a path that is unfinished goes on as long as there is something new', async () => {
  const more = {
    successCriteria: ok,
    onSuccess: [action('on', 'goto', { stepId: 'last' })],
    onFailure: [action('back', 'goto', { stepId: 'last' })],
  };
  const steps = [
    { stepId: 'first', ...more },
    { stepId: 'last', ...more },
  ];
  const { names } = await planned(one(steps));
  expect(names).toEqual([
    'first 200 → last 200 → wait → unfinished',
    'first 400 → last 400 → unfinished',
    'first no answer → last no answer → unfinished',
  ]);
});

test('more paths than were wanted are cut, and that is said', async () => {
  const workflow = await load(one([{ stepId: 'look', successCriteria: ok }]));
  const plan = planPaths(workflow, { select: 'simple', maxPaths: 2 });
  expect(plan.paths).toHaveLength(2);
  expect(plan.cut).toBe('there are more than 2 paths');
});

test('more states than were wanted are cut, and that is said', async () => {
  const steps = Array.from({ length: 20 }, (_, index) => ({
    stepId: `step${index}`,
    successCriteria: ok,
  }));
  const plan = planPaths(await load(one(steps)), { maxStates: 5 });
  expect(plan.cut).toBe('there are more than 5 states');
  expect(plan.paths.some(({ end }) => end === 'unfinished')).toBe(true);
});

test('the shortest paths go through every case, the simple ones enter no state twice', async () => {
  const steps = [
    {
      stepId: 'poll',
      successCriteria: ok,
      onSuccess: [
        action('ready', 'end', { if: "$response.body#/status == 'READY'" }),
        action('waiting', 'goto', {
          stepId: 'poll',
          if: "$response.body#/status == 'BUSY'",
        }),
      ],
    },
  ];
  const shortest = await planned(one(steps), { select: 'shortest' });
  expect(shortest.names).toContain('poll BUSY → wait → poll READY → completed');
  const simplePaths = await planned(one(steps), { select: 'simple' });
  expect(simplePaths.names.join()).not.toContain('wait');
});

test('what cannot be covered says why', async () => {
  const { uncovered } = await planned(
    one([
      {
        stepId: 'look',
        successCriteria: ok,
        onSuccess: [
          action('first', 'end'),
          action('second', 'goto', { stepId: 'never' }),
        ],
      },
      { stepId: 'never', successCriteria: ok },
    ]),
  );
  expect(uncovered).toContainEqual(
    expect.objectContaining({
      what: 'transition look → never (second)',
      why: expect.stringMatching(/first/u),
    }),
  );
  expect(uncovered).toContainEqual(expect.objectContaining({ what: 'state never' }));
});

test('names are the same each time', async () => {
  const workflow = await load(one([{ stepId: 'look', successCriteria: ok }]));
  const names = () => planPaths(workflow).paths.map(({ name }) => name);
  expect(names()).toEqual(names());
  expect(new Set(names()).size).toBe(names().length);
});

test('a machine that is not of this library is refused', () => {
  expect(() => planPaths({ config: {} } as never)).toThrow(
    /not made from an Arazzo workflow/u,
  );
});

test('what no end of a called workflow can take is left out or explained', async () => {
  const status = "$steps.call.outputs.status == 'GONE'";
  const { uncovered } = await planned([
    {
      workflowId: 'test',
      steps: [
        {
          stepId: 'call',
          workflowId: 'inner',
          onSuccess: [action('gone', 'end', { if: status })],
          onFailure: [action('tidy', 'end')],
        },
      ],
    },
    calling('inner', 'look'),
  ]);
  expect(uncovered).toMatchObject([
    { what: 'transition call → completed (gone)', why: expect.stringContaining(status) },
    { what: expect.stringContaining('criterion of action gone') },
  ]);
});
