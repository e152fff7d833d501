import { defined } from '../defined.ts';
import { inputDefaults } from '../inputs/input-defaults.ts';
import type { WorkflowPlan } from '../plan.ts';
import { toActorNames } from './actor-names.ts';
import type { ActorNames } from './actor-names.ts';
import { compileLimits } from './compile-limits.ts';
import { compileStart } from './compile-start.ts';
import { compileStep } from './compile-step.ts';
import type { StepSurroundings } from './compile-step.ts';
import {
  compileDependency,
  compileGotoFinals,
  compileGotoStates,
} from './compile-targets.ts';
import type { WorkflowSurroundings } from './compile-targets.ts';
import type { CompileOptions, StateConfig, WorkflowConfig } from './config.ts';
import { nameStates } from './name-states.ts';
import type { StateNames } from './name-states.ts';
import {
  ownGotoClosure,
  ownGotoTargets,
  reachableWorkflows,
  referencedWorkflows,
} from './reachable-workflows.ts';
import type { Plans } from './reachable-workflows.ts';

const endings = {
  completed: 'The workflow did what it should.',
  ended: 'A failure action ended the workflow.',
  failed: 'The workflow could not go on.',
} as const;

/**
 * Compiles the plans of one import, each into the config of its machine: JSON, the same for the same
 * plan, that carries all workflows a run of it can get to. What several of them call is compiled once.
 */
export function createCompiler(
  plans: Plans,
  options: CompileOptions,
): (plan: WorkflowPlan) => WorkflowConfig {
  const called = new Map<string, WorkflowConfig>();
  const toCalled = (plan: WorkflowPlan): WorkflowConfig => {
    const known = called.get(plan.key);
    if (known !== undefined) return known;
    const config = compilePlan(plan, { plans, options, isCalled: true });
    called.set(plan.key, config);
    return config;
  };
  return (plan) => {
    const config = compilePlan(plan, { plans, options, isCalled: false });
    const others = reachableWorkflows(plan, plans).flatMap(({ key }) => {
      const other = plans.get(key);
      return other === undefined ? [] : [[key, toCalled(other)] as const];
    });
    if (others.length === 0) return config;
    return { ...config, meta: { ...config.meta, workflows: Object.fromEntries(others) } };
  };
}

/** What a plan is compiled with. */
interface Compilation {
  readonly plans: Plans;
  readonly options: CompileOptions;
  /** Whether another workflow calls this one. */
  readonly isCalled: boolean;
}

function compilePlan(plan: WorkflowPlan, compilation: Compilation): WorkflowConfig {
  const { plans, options, isCalled } = compilation;
  const targets = isCalled ? ownGotoTargets(plan) : ownGotoClosure(plan, plans);
  const names = nameStates(plan, targets);
  const actorNames = toActorNames(plan.steps, [...referencedWorkflows(plan), ...targets]);
  const surroundings = toSurroundings(names, actorNames);
  const first = names.stepTargets[0] ?? names.finals.completed;
  const [next = first] = names.dependencyKeys.values();
  const start = compileStart({ plan, names, next, options, isCalled });
  const gotos = isCalled ? compileGotoFinals : compileGotoStates;
  return {
    id: names.id,
    ...describe(plan),
    meta: toWorkflowMeta(plan),
    initial: start === undefined ? next : names.start,
    ...compileLimits(names, options, isCalled),
    states: Object.fromEntries([
      ...(start === undefined ? [] : [[names.start, start] as const]),
      ...compileDependencies(plan, first, names, surroundings, plans),
      ...compileSteps(plan, { names, actorNames, compilation }),
      ...Object.entries(gotos(targets, surroundings)),
      ...compileFinals(names.finals),
    ]),
  };
}

type KeyedState = readonly [key: string, state: StateConfig];

function toSurroundings(
  { id, workflowKey, finals }: StateNames,
  { ofWorkflow }: ActorNames,
): WorkflowSurroundings {
  return {
    keyOf: workflowKey,
    absolute: (key) => `#${id}.${key}`,
    actorName: ofWorkflow,
    finals,
  };
}

function compileDependencies(
  { dependsOn }: WorkflowPlan,
  first: string,
  { dependencyKeys }: StateNames,
  surroundings: WorkflowSurroundings,
  plans: Plans,
): readonly KeyedState[] {
  const keys = [...dependencyKeys.values()];
  const workflows = new Map(dependsOn.map((workflow) => [workflow.key, workflow]));
  return [...workflows.values()].map((workflow, index) => {
    const key = dependencyKeys.get(workflow.key) ?? '';
    const next = keys[index + 1] ?? first;
    return [key, compileDependency({ workflow, key, next }, surroundings, plans)];
  });
}

interface StepsCompilation {
  readonly names: StateNames;
  readonly actorNames: ActorNames;
  readonly compilation: Compilation;
}

function compileSteps(
  plan: WorkflowPlan,
  { names, actorNames, compilation }: StepsCompilation,
): readonly KeyedState[] {
  const { plans, options } = compilation;
  const { steps } = plan;
  const absolute = (key: string): string => `#${names.id}.${key}`;
  const targetOf: StepSurroundings['targetOf'] = (place) => {
    if ('final' in place) return absolute(names.finals[place.final]);
    return absolute(
      'workflow' in place
        ? names.workflowKey(place.workflow)
        : (names.keyOf.get(place.stepId) ?? ''),
    );
  };
  return steps.map((step, index) => {
    const stateKey = names.keyOf.get(step.stepId) ?? step.stepId;
    const next = absolute(names.stepTargets[index + 1] ?? names.finals.completed);
    const outer = { stateKey, actorNames, steps, plans, options, next, targetOf };
    return [stateKey, compileStep(step, outer)];
  });
}

function compileFinals(finals: StateNames['finals']): readonly KeyedState[] {
  const statuses = ['completed', 'ended', 'failed'] as const;
  return statuses.map((status) => [
    finals[status],
    { type: 'final', description: endings[status], output: { status } },
  ]);
}

function describe({ summary, description }: WorkflowPlan): { description?: string } {
  return defined({ description: description ?? summary });
}

function toWorkflowMeta(plan: WorkflowPlan): WorkflowConfig['meta'] {
  const { key, workflowId, summary, inputs, outputs, sources, selectors, self } = plan;
  const document =
    key === workflowId ? undefined : key.slice(0, key.length - workflowId.length - 1);
  return defined({
    workflowId,
    document,
    summary,
    inputs,
    inputDefaults: inputDefaults(inputs),
    outputs,
    sources,
    selectors,
    self,
  });
}
