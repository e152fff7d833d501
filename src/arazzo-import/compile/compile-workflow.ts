import { defined } from '../defined.ts';
import type { WorkflowPlan } from '../plan.ts';
import { toActorNames, waitActor } from './actor-names.ts';
import { compileStep } from './compile-step.ts';
import type { CompileOptions, Ending, StateConfig, WorkflowConfig } from './config.ts';
import { freeKey, toSafeId, toStateKeys } from './state-keys.ts';

type FinalStatus = Ending['status'];

const endings: Readonly<Record<FinalStatus, string>> = {
  completed: 'The workflow did what it should.',
  ended: 'A failure action ended the workflow.',
  failed: 'The workflow could not go on.',
};

/** Calls that a run may make when the caller sets no limit. */
const defaultMaxSteps = 10_000;

/** Compiles a plan into the config of its machine: JSON, and the same for the same plan. */
export function compileWorkflow(
  plan: WorkflowPlan,
  options: CompileOptions = {},
): WorkflowConfig {
  const names = nameStates(plan);
  const first = names.stepTargets[0] ?? names.finals.completed;
  const checksInputs = plan.inputs !== undefined && plan.inputs !== true;
  return {
    id: names.id,
    ...describe(plan),
    meta: toWorkflowMeta(plan),
    initial: checksInputs ? names.start : first,
    ...limits(names, options),
    states: {
      ...(checksInputs ? { [names.start]: checkInputs(first, names.finals.failed) } : {}),
      ...compileSteps(plan, names, options),
      ...compileFinals(names.finals),
    },
  };
}

interface StateNames {
  readonly id: string;
  readonly start: string;
  /** State keys in the order of the steps. */
  readonly stepTargets: readonly string[];
  readonly keyOf: ReadonlyMap<string, string>;
  readonly finals: Readonly<Record<FinalStatus, string>>;
}

/** Steps keep their ids; the states that we add give way to them. */
function nameStates(plan: WorkflowPlan): StateNames {
  const keyOf = toStateKeys(plan.steps.map(({ stepId }) => stepId));
  const taken = new Set(keyOf.values());
  return {
    id: toSafeId(plan.workflowId),
    start: freeKey('checkingInputs', taken),
    stepTargets: [...keyOf.values()],
    keyOf,
    finals: {
      completed: freeKey('completed', taken),
      ended: freeKey('ended', taken),
      failed: freeKey('failed', taken),
    },
  };
}

function compileSteps(
  plan: WorkflowPlan,
  names: StateNames,
  options: CompileOptions,
): Record<string, StateConfig> {
  const actorName = toActorNames(plan.steps);
  const absolute = (key: string): string => `#${names.id}.${key}`;
  const states: Record<string, StateConfig> = {};
  for (const [index, step] of plan.steps.entries()) {
    const stateKey = names.keyOf.get(step.stepId) ?? step.stepId;
    states[stateKey] = compileStep(step, {
      stateKey,
      actorName,
      options,
      next: absolute(names.stepTargets[index + 1] ?? names.finals.completed),
      targetOf: (place) =>
        absolute(
          'final' in place
            ? names.finals[place.final]
            : (names.keyOf.get(place.stepId) ?? ''),
        ),
    });
  }
  return states;
}

function compileFinals(finals: StateNames['finals']): Record<string, StateConfig> {
  const statuses = ['completed', 'ended', 'failed'] as const;
  return Object.fromEntries(
    statuses.map((status) => [
      finals[status],
      { type: 'final', description: endings[status], output: { status } },
    ]),
  );
}

function checkInputs(first: string, failed: string): StateConfig {
  return {
    description: 'The inputs are checked against their schema before anything is called.',
    always: [
      { guard: { type: 'inputsValid' }, target: first },
      {
        target: failed,
        actions: [{ type: 'recordFailure', params: { kind: 'inputs' } }],
        description: 'the inputs do not fit their schema',
      },
    ],
  };
}

/** What ends a run from outside its steps: too many calls, too much time. */
function limits(
  { id, finals }: StateNames,
  { maxSteps = defaultMaxSteps, timeout }: CompileOptions,
): Pick<WorkflowConfig, 'always' | 'invoke'> {
  const target = `.${finals.failed}`;
  const always = {
    guard: { type: 'stepLimitReached', params: { maxSteps } },
    target,
    actions: [{ type: 'recordFailure', params: { kind: 'step-limit' } }],
    description: `more than ${maxSteps} calls`,
  } as const;
  if (timeout === undefined) return { always: [always] };
  const onTimeout = {
    target,
    actions: [{ type: 'recordFailure', params: { kind: 'timeout' } }],
    description: `longer than ${timeout} ms`,
  } as const;
  return {
    always: [always],
    invoke: {
      id: `${id}.timeLimit`,
      src: waitActor,
      input: { milliseconds: timeout },
      onDone: [onTimeout],
    },
  };
}

function describe({ summary, description }: WorkflowPlan): { description?: string } {
  return defined({ description: description ?? summary });
}

function toWorkflowMeta(plan: WorkflowPlan): WorkflowConfig['meta'] {
  const { workflowId, summary, inputs, outputs, sources } = plan;
  return defined({ workflowId, summary, inputs, outputs, sources });
}
