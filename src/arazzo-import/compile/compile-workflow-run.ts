import type { WorkflowReference } from '../plan.ts';
import type {
  InvokeConfig,
  StateConfig,
  TransitionConfig,
  WorkflowCallTemplate,
} from './config.ts';

/** A workflow that is to run within another, with all that it may go on as. */
export interface WorkflowRun {
  readonly workflow: WorkflowReference;
  /** The workflows that it may go on as. */
  readonly closure: readonly WorkflowReference[];
  /** The key of the state that runs a workflow: the first has its own, others theirs. */
  readonly keyOf: (workflow: WorkflowReference) => string;
  /** How transitions name a state that runs a workflow. */
  readonly targetOf: (workflow: WorkflowReference) => string;
  readonly actorName: (workflow: WorkflowReference) => string;
  /** The beginning of the ids of its actors. */
  readonly id: string;
  readonly template: Omit<WorkflowCallTemplate, 'workflow'>;
  /** What follows when it has ended and does not go on as another workflow. */
  readonly onDone: (workflow: WorkflowReference) => readonly TransitionConfig[];
  readonly onError: readonly TransitionConfig[];
}

/** The call of the first workflow of a run. */
export function invokeFirst(run: WorkflowRun): InvokeConfig {
  return invoke(run, run.workflow, run.id, run.template);
}

/** One state for each workflow that the first may go on as. */
export function compileClosure(run: WorkflowRun): Record<string, StateConfig> {
  return Object.fromEntries(
    run.closure.map((workflow) => [
      run.keyOf(workflow),
      {
        description: `Goes on as workflow "${workflow.workflowId}".`,
        invoke: invoke(run, workflow, `${run.id}.${workflow.key}`, handedOver(run)),
      },
    ]),
  );
}

/** What the inputs are was planned by whoever went there. */
function handedOver({ template }: WorkflowRun): WorkflowRun['template'] {
  const { inputs: _inputs, ...rest } = template;
  return rest;
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
      ...run.onDone(workflow),
    ],
    onError: run.onError,
  };
}

function goOnAs(
  run: WorkflowRun,
  from: WorkflowReference,
  to: WorkflowReference,
): TransitionConfig {
  return {
    guard: { type: 'goesTo', params: { workflow: to.key } },
    target: run.targetOf(to),
    ...(from.key === to.key ? { reenter: true as const } : {}),
    actions: [{ type: 'recordWorkflow', params: { workflow: from.key } }],
    description: `goes on as workflow "${to.workflowId}"`,
    meta: { kind: 'workflow' },
  };
}
