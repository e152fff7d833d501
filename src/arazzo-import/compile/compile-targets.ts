import type { WorkflowReference } from '../plan.ts';
import { compileClosure, invokeFirst, recordWorkflow } from './compile-workflow-run.ts';
import type { WorkflowRun } from './compile-workflow-run.ts';
import type { RecordFailureParams, StateConfig, TransitionConfig } from './config.ts';
import { nameClosure } from './inner-states.ts';
import type { Plans } from './reachable-workflows.ts';

/** How the states outside the steps find each other. */
export interface WorkflowSurroundings {
  readonly keyOf: (workflow: WorkflowReference) => string;
  readonly absolute: (key: string) => string;
  readonly actorName: (workflow: WorkflowReference) => string;
  readonly finals: Readonly<Record<'completed' | 'ended' | 'failed', string>>;
}

/** The states of a run that has gone to another workflow: its result is the result of the run. */
export function compileGotoStates(
  targets: readonly WorkflowReference[],
  { keyOf, absolute, actorName, finals }: WorkflowSurroundings,
): Record<string, StateConfig> {
  const [workflow] = targets;
  if (workflow === undefined) return {};
  return compileClosure({
    workflow,
    closure: targets,
    keyOf,
    targetOf: (target) => absolute(keyOf(target)),
    actorName,
    id: 'goto',
    template: { reason: 'goto' },
    onDone: [
      resultTransition(absolute(finals.completed), 'completed'),
      resultTransition(absolute(finals.ended), 'ended'),
      resultTransition(absolute(finals.failed)),
    ],
    onError: [failure(absolute(finals.failed), { kind: 'workflow' })],
  });
}

function resultTransition(
  target: string,
  status?: 'completed' | 'ended',
): TransitionConfig {
  return {
    ...(status === undefined ? {} : { guard: { type: 'endedAs', params: { status } } }),
    target,
    actions: [recordWorkflow('goto')],
    description: `the workflow has ${status ?? 'failed'}`,
    meta: { kind: 'workflow' },
  };
}

/** In a called workflow: whoever has called it calls the other one. */
export function compileGotoFinals(
  targets: readonly WorkflowReference[],
  { keyOf }: WorkflowSurroundings,
): Record<string, StateConfig> {
  return Object.fromEntries(
    targets.map((workflow) => [
      keyOf(workflow),
      {
        type: 'final',
        description: `Goes on as workflow "${workflow.workflowId}".`,
        output: { status: 'goto', workflow: workflow.key },
      },
    ]),
  );
}

/** A dependency in the order in which they are run, and what follows it. */
export interface Dependency {
  readonly workflow: WorkflowReference;
  readonly key: string;
  /** The key of what follows. */
  readonly next: string;
}

/** The state of a workflow that must be completed first (section 4.6.4, `dependsOn`). */
export function compileDependency(
  { workflow, key, next }: Dependency,
  { absolute, actorName, finals }: WorkflowSurroundings,
  plans: Plans,
): StateConfig {
  const target = absolute(next);
  const failed = failure(absolute(finals.failed), {
    kind: 'dependency',
    workflow: workflow.key,
  });
  const run: WorkflowRun = {
    ...nameClosure(workflow, plans, new Set(['calling'])),
    workflow,
    actorName,
    id: `dependsOn.${key}`,
    template: { reason: 'dependency' },
    onDone: [dependencyDone(workflow, target), failed],
    onError: [failed],
  };
  const shared = {
    description: `Workflow "${workflow.workflowId}" must be completed first.`,
    always: [skipCompleted(workflow, target)],
  };
  if (run.closure.length === 0) return { ...shared, invoke: invokeFirst(run) };
  const states = { calling: { invoke: invokeFirst(run) }, ...compileClosure(run) };
  return { ...shared, initial: 'calling', states };
}

function dependencyDone(workflow: WorkflowReference, target: string): TransitionConfig {
  return {
    guard: { type: 'endedAs', params: { status: 'completed' } },
    target,
    actions: [recordWorkflow('dependency', workflow)],
    meta: { kind: 'workflow' },
  };
}

function skipCompleted({ key }: WorkflowReference, target: string): TransitionConfig {
  return {
    guard: { type: 'alreadyCompleted', params: { workflow: key } },
    target,
    description: 'it was completed before in this run',
  };
}

function failure(target: string, params: RecordFailureParams): TransitionConfig {
  const reason = params.kind === 'dependency' ? 'dependency' : 'goto';
  return {
    target,
    actions: [recordWorkflow(reason), { type: 'recordFailure', params }],
    description: 'the workflow did not complete',
    meta: { kind: 'workflow' },
  };
}
