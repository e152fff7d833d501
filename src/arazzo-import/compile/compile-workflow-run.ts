import { defined } from '../defined.ts';
import type { WorkflowReference } from '../plan.ts';
import type {
  ActionConfig,
  InvokeConfig,
  StateConfig,
  TransitionConfig,
  WorkflowCallTemplate,
} from './config.ts';
import type { WithClosure } from './inner-states.ts';

/** A workflow that is to run within another, with all that it may go on as. */
export interface WorkflowRun extends WithClosure {
  readonly workflow: WorkflowReference;
  /** How transitions name a state that runs a workflow; its key when it is left out. */
  readonly targetOf?: (workflow: WorkflowReference) => string;
  readonly actorName: (workflow: WorkflowReference) => string;
  /** The beginning of the ids of its actors. */
  readonly id: string;
  readonly template: Omit<WorkflowCallTemplate, 'workflow'>;
  /** A time limit, as an actor beside each workflow. */
  readonly limit?: InvokeConfig | undefined;
  /** What follows when it has ended and does not go on as another workflow. */
  readonly onDone: readonly TransitionConfig[];
  readonly onError: readonly TransitionConfig[];
}

/** The call of the first workflow of a run. */
export function invokeFirst(run: WorkflowRun): NonNullable<StateConfig['invoke']> {
  return withLimit(run, invoke(run, run.workflow, run.id, run.template));
}

/** One state for each workflow that the first may go on as. */
export function compileClosure(run: WorkflowRun): Record<string, StateConfig> {
  return Object.fromEntries(
    run.closure.map((workflow) => {
      const key = run.keyOf(workflow);
      const call = invoke(run, workflow, `${run.id}.${key}`, handedOver(run));
      const description = `Goes on as workflow "${workflow.workflowId}".`;
      return [key, { description, invoke: withLimit(run, call) }];
    }),
  );
}

/** Takes over what a workflow has done that no step has called. */
export function recordWorkflow(
  reason: WorkflowCallTemplate['reason'],
  workflow?: WorkflowReference,
): ActionConfig {
  const params = defined({ workflow: workflow?.key, reason });
  return { type: 'recordWorkflow', params };
}

/** What the inputs are was planned by whoever went there. */
function handedOver({ template }: WorkflowRun): WorkflowRun['template'] {
  const { inputs: _inputs, ...rest } = template;
  return { ...rest, reason: 'goto' };
}

function withLimit(
  { limit }: WorkflowRun,
  call: InvokeConfig,
): NonNullable<StateConfig['invoke']> {
  return limit === undefined ? call : [call, limit];
}

function invoke(
  run: WorkflowRun,
  workflow: WorkflowReference,
  id: string,
  template: WorkflowRun['template'],
): InvokeConfig {
  return {
    id,
    src: run.actorName(workflow),
    input: { workflow, ...template },
    onDone: [
      ...run.closure.map((target) => goOnAs(run, workflow, target)),
      ...run.onDone,
    ],
    onError: run.onError,
  };
}

function goOnAs(
  { keyOf, targetOf = keyOf, template }: WorkflowRun,
  from: WorkflowReference,
  to: WorkflowReference,
): TransitionConfig {
  return {
    guard: { type: 'goesTo', params: { workflow: to.key } },
    target: targetOf(to),
    ...(from.key === to.key ? { reenter: true as const } : {}),
    actions: [recordWorkflow(template.reason)],
    description: `goes on as workflow "${to.workflowId}"`,
    meta: { kind: 'workflow' },
  };
}
