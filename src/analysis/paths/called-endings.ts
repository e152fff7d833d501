import type {
  InvokeConfig,
  TransitionConfig,
  WorkflowCallTemplate,
} from '../../arazzo-import/compile/config.ts';
import type { WorkflowMachine } from '../../machines/create-machine.ts';
import type { CalledOutput } from '../../machines/types.ts';
import { toWorkflowCall } from '../../machines/workflow-call.ts';
import type { Reply } from '../cases/case.ts';
import { calledCases } from './called-cases.ts';
import { calledTests } from './called-tests.ts';
import type { Caller } from './called-tests.ts';
import { coveringTrails } from './covering-trails.ts';
import type { CallEnding, Exploration, MachineSnapshot } from './exploration.ts';
import { runnableTrails } from './runnable-trails.ts';
import { take } from './select-trails.ts';
import type { AskStep } from './step-answers.ts';
import type { Trail } from './trail.ts';
import { indexTransitions } from './transition-index.ts';
import { eventsOfTrail, nameOfTrail } from './to-path.ts';
import { watchedTests } from './watched-tests.ts';
import { endOf } from './ways-to-end.ts';

/** Paths of a workflow that are part of the paths of another, at most: they multiply from level to level. */
const maxEndings = 300;

/** A call of a workflow in a state. */
interface WorkflowCallInState {
  readonly snapshot: MachineSnapshot;
  readonly invoke: InvokeConfig;
  readonly template: WorkflowCallTemplate;
  readonly ask: AskStep;
  readonly select: (reply: Reply) => TransitionConfig | undefined;
}

/**
 * The ways in which a called workflow ends: each of its own paths, or one for each way to end when it
 * is one case, is being traversed already, or has too many.
 */
export function calledEndings(
  exploration: Exploration,
  call: WorkflowCallInState,
): readonly CallEnding[] {
  const { key } = call.template.workflow;
  const { options, within, cuts } = exploration;
  const inPlace =
    options.subWorkflows === 'in-place' && !within.includes(key) && !cuts.has(cutOf(key));
  const endings = inPlace ? endingsInPlace(exploration, call) : undefined;
  if (endings === undefined) return asOne(exploration, call);
  // Asking tells of the transitions that no end of a workflow can take; who is within reports none.
  if (within.length === 1) asOne(exploration, call);
  return endings;
}

function asOne(
  { environment }: Exploration,
  { snapshot, invoke, template, ask, select }: WorkflowCallInState,
): readonly CallEnding[] {
  const { stepId, workflow, reason } = template;
  if (reason === 'step' && stepId !== undefined)
    return ask({ snapshot, invoke, stepId, select });
  return calledCases(environment.configOf(workflow.key), invoke.onDone);
}

function endingsInPlace(
  outer: Exploration,
  { snapshot, template }: WorkflowCallInState,
): readonly CallEnding[] | undefined {
  const { key, workflowId } = template.workflow;
  const environment = outer.source.environmentOf(key);
  const machine = outer.environment.machineOf(key) as WorkflowMachine | undefined;
  if (environment === undefined || machine === undefined) return undefined;
  const { definition } = environment;
  const caller = toCaller(outer, template);
  const exploration: Exploration = {
    ...outer,
    machine,
    environment,
    index: indexTransitions(definition.config),
    tests: [...watchedTests(definition), ...calledTests(definition, caller)],
    within: [...outer.within, key],
    room: outer.roomWithin,
  };
  const input = toWorkflowCall(outer.environment, template, snapshot.context);
  const graph = outer.explore(exploration, [{ name: '', values: input as never }]);
  const trails = take(runnableTrails(exploration, coveringTrails(graph)), maxEndings + 1);
  if (!graph.isCut && trails.length <= maxEndings)
    return trails.flatMap((trail) => toEnding(workflowId, trail));
  const why = graph.isCut
    ? `the workflows that are called have more than ${outer.options.maxStates} states`
    : `it has more than ${maxEndings} paths`;
  outer.cuts.set(
    cutOf(key),
    `workflow ${workflowId} is one case for each way to end: ${why}`,
  );
  return undefined;
}

/** One that never ends has none. */
function toEnding(workflowId: string, trail: Trail): readonly CallEnding[] {
  const status = endOf(trail.end);
  if (status === undefined) return [];
  const { output } = trail.end.snapshot as { readonly output?: unknown };
  return [
    {
      name: `[${nameOfTrail(trail)}${status === 'completed' ? '' : ` → ${status}`}]`,
      kind: 'called',
      reason: `workflow "${workflowId}" ${status === 'goto' ? 'goes on as another one' : `is ${status}`}`,
      reply: { output: output as CalledOutput },
      within: { workflowId, events: eventsOfTrail(trail) },
    },
  ];
}

function cutOf(key: string): string {
  return `workflow ${key}`;
}

function toCaller(
  { environment, tests }: Exploration,
  { stepId, workflow, reason }: WorkflowCallTemplate,
): Caller {
  const { workflowId } = workflow;
  const isOwn = reason === 'step' && stepId !== undefined;
  return {
    workflowId,
    tests,
    ...(isOwn ? { step: environment.definition.step(stepId) } : {}),
  };
}
