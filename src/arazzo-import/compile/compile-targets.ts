import type { WorkflowReference } from '../plan.ts';
import { freeKey } from './state-keys.ts';
import { compileClosure, invokeFirst } from './compile-workflow-run.ts';
import type { WorkflowRun } from './compile-workflow-run.ts';
import type { RecordFailureParams, StateConfig, TransitionConfig } from './config.ts';

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
    onDone: (ended) => [
      resultTransition(ended, absolute(finals.completed), 'completed'),
      resultTransition(ended, absolute(finals.ended), 'ended'),
      resultTransition(ended, absolute(finals.failed)),
    ],
    onError: [failure(absolute(finals.failed), { kind: 'workflow' })],
  });
}

function resultTransition(
  { key }: WorkflowReference,
  target: string,
  status?: 'completed' | 'ended',
): TransitionConfig {
  return {
    ...(status === undefined ? {} : { guard: { type: 'endedAs', params: { status } } }),
    target,
    actions: [{ type: 'recordWorkflow', params: { workflow: key, isResult: true } }],
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
  readonly closure: readonly WorkflowReference[];
  /** The key of what follows. */
  readonly next: string;
}

/** The state of a workflow that must be completed first (section 4.6.4, `dependsOn`). */
export function compileDependency(
  { workflow, closure, next }: Dependency,
  { absolute, actorName, finals, keyOf }: WorkflowSurroundings,
): StateConfig {
  const { key, workflowId } = workflow;
  const failed = absolute(finals.failed);
  const run: WorkflowRun = {
    workflow,
    closure,
    keyOf,
    targetOf: keyOf,
    actorName,
    id: `dependsOn.${key}`,
    template: { reason: 'dependency' },
    onDone: () => [
      {
        guard: { type: 'endedAs', params: { status: 'completed' } },
        target: absolute(next),
        actions: [{ type: 'recordWorkflow', params: { workflow: key } }],
        meta: { kind: 'workflow' },
      },
      failure(failed, { kind: 'dependency', workflow: key }),
    ],
    onError: [failure(failed, { kind: 'dependency', workflow: key })],
  };
  const done: TransitionConfig = {
    guard: { type: 'alreadyCompleted', params: { workflow: key } },
    target: absolute(next),
    description: 'it was completed before in this run',
  };
  const shared = {
    description: `Workflow "${workflowId}" must be completed first.`,
    always: [done],
  };
  if (closure.length === 0) return { ...shared, invoke: invokeFirst(run) };
  const initial = freeKey('calling', new Set(closure.map(keyOf)));
  return {
    ...shared,
    initial,
    states: { [initial]: { invoke: invokeFirst(run) }, ...compileClosure(run) },
  };
}

function failure(target: string, params: RecordFailureParams): TransitionConfig {
  return {
    target,
    actions: [
      ...(params.workflow === undefined
        ? []
        : [
            {
              type: 'recordWorkflow' as const,
              params: { workflow: params.workflow },
            },
          ]),
      { type: 'recordFailure', params },
    ],
    description: 'the workflow did not complete',
    meta: { kind: 'workflow' },
  };
}
