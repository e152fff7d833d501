import { importArazzo } from '../dist/index.js';
import { planPaths } from '../dist/testing/index.js';
import { median, processorTime, time } from './measure.mjs';

const sizes = [
  { steps: 10, goal: 10 },
  { steps: 100, goal: 60 },
  { steps: 1000, goal: 600 },
];

/** Steps that are explored before the clock starts, so that everything is compiled. */
const warmUp = 3_000;

/**
 * Time for the covering paths of linear workflows, three outcomes for each step: on the clock, and the
 * processor time of all threads beside it.
 */
export async function coveringPaths() {
  const results = [];
  for (const { steps, goal } of sizes) {
    const workflow = await load(linear(steps));
    const rounds = steps === 1000 ? 7 : 31;
    const first = await time(() => planPaths(workflow));
    for (let done = 0; done < warmUp; done += steps) planPaths(workflow);
    const [times, processorTimes] = [[], []];
    for (let round = 0; round < rounds; round++)
      processorTimes.push(
        await processorTime(async () =>
          times.push(await time(() => planPaths(workflow))),
        ),
      );
    const { paths, coverage } = planPaths(workflow);
    const { covered, total } = coverage.transitions;
    if (covered !== total)
      throw new Error(`${total - covered} transitions are not covered`);
    results.push({
      name: `covering paths, ${steps} steps with three outcomes`,
      value: median(times),
      unit: 'ms',
      goal,
      details: `${paths.length} paths; ${median(processorTimes).toFixed(0)} ms of all threads, ${first.toFixed(0)} ms the first time`,
    });
  }
  return results;
}

/** How many paths there are where a careless traversal multiplies them. */
export async function pathCounts() {
  const decisions = planPaths(await load(diamonds(12)));
  const [few, many] = [
    planPaths(await load(retrying(3))),
    planPaths(await load(retrying(50))),
  ];
  return [
    {
      name: 'paths through 12 decisions that join again',
      value: decisions.paths.length,
      unit: 'paths',
      goal: 150,
      details: `${decisions.coverage.transitions.covered} of ${decisions.coverage.transitions.total} transitions`,
    },
    {
      name: 'paths with a retryLimit of 50 more than with 3',
      value: many.paths.length - few.paths.length,
      unit: 'paths',
      goal: 0,
      details: `${many.paths.length} and ${few.paths.length}`,
    },
  ];
}

async function load(steps) {
  const document = {
    arazzo: '1.0.1',
    info: { title: 'bench', version: '1' },
    sourceDescriptions: [{ name: 'api', url: 'api.yaml', type: 'openapi' }],
    workflows: [{ workflowId: 'bench', steps }],
  };
  return (await importArazzo(JSON.stringify(document))).workflow();
}

const succeeded = [{ condition: '$statusCode == 200' }];

/** Success, another attempt after 429, failure. */
function linear(count) {
  return Array.from({ length: count }, (_, index) => ({
    stepId: `step${index}`,
    operationId: `call${index}`,
    successCriteria: succeeded,
    outputs: { id: '$response.body#/id' },
    onFailure: [
      {
        name: 'again',
        type: 'retry',
        retryAfter: 1,
        retryLimit: 3,
        criteria: [{ condition: '$statusCode == 429' }],
      },
    ],
  }));
}

function retrying(retryLimit) {
  return linear(3).map((step) => ({
    ...step,
    onFailure: step.onFailure.map((action) => ({ ...action, retryLimit })),
  }));
}

function diamonds(count) {
  return Array.from({ length: count }, (_, index) => [
    {
      stepId: `ask${index}`,
      operationId: 'ask',
      successCriteria: succeeded,
      onSuccess: [goTo('left', index), goTo('right', index)],
    },
    {
      stepId: `left${index}`,
      operationId: 'left',
      successCriteria: succeeded,
      onSuccess: [{ name: 'on', type: 'goto', stepId: `join${index}` }],
    },
    { stepId: `right${index}`, operationId: 'right', successCriteria: succeeded },
    { stepId: `join${index}`, operationId: 'join', successCriteria: succeeded },
  ]).flat();
}

function goTo(way, index) {
  return {
    name: way,
    type: 'goto',
    stepId: `${way}${index}`,
    criteria: [{ condition: `$response.body#/way == '${way}'` }],
  };
}
