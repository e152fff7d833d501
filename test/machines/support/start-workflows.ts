import { SimulatedClock } from 'xstate';
import type { Snapshot } from 'xstate';
import { expect } from 'vitest';
import { importArazzo } from '../../../src/index.ts';
import type { ImportOptions, JsonRecord, WorkflowOutput } from '../../../src/index.ts';
import type { LoadedWorkflow, MachineOptions } from '../../../src/machines/index.ts';
import type { OperationKnowledge } from '../../../src/services/service.ts';
import { createScriptedService } from './create-scripted-service.ts';
import type { Script, ScriptedService } from './create-scripted-service.ts';
import { documentText } from './document-text.ts';
import type { WorkflowFields } from './document-text.ts';
import { startMachine } from './start-run.ts';
import type { Run } from './start-run.ts';

/** How a test runs a document with several workflows; the first is the one that is run. */
export interface WorkflowsSetup {
  readonly script?: Script;
  readonly input?: JsonRecord;
  readonly options?: ImportOptions;
  readonly document?: Readonly<Record<string, unknown>>;
  readonly knowledge?: Readonly<Record<string, OperationKnowledge>>;
  readonly machine?: MachineOptions;
  readonly now?: number;
}

/** A run, and what its service was asked. */
export interface WorkflowsRun extends Run {
  readonly service: ScriptedService;
  /** The ids of the operations, in the order of the calls. */
  calls(): readonly string[];
  /** What would be stored now, as JSON that was read again. */
  persisted(): Snapshot<unknown>;
}

/** Loads the first workflow of a document. */
export async function loadWorkflows(
  workflows: readonly WorkflowFields[],
  { options = {}, document }: Pick<WorkflowsSetup, 'options' | 'document'> = {},
): Promise<LoadedWorkflow> {
  const arazzo = await importArazzo(documentText(workflows, document), options);
  const errors = arazzo.diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  return arazzo.workflow();
}

/** Starts the first workflow of a document on a service that answers from a script. */
export async function startWorkflows(
  workflows: readonly WorkflowFields[],
  setup: WorkflowsSetup = {},
): Promise<WorkflowsRun> {
  return startLoaded(await loadWorkflows(workflows, setup), setup);
}

/** Starts a loaded workflow, new or from a snapshot. */
export async function startLoaded(
  workflow: LoadedWorkflow,
  {
    script = [{}],
    input = {},
    knowledge,
    machine: options,
    now = 0,
    snapshot,
  }: WorkflowsSetup & { readonly snapshot?: Snapshot<unknown> } = {},
): Promise<WorkflowsRun> {
  const service = createScriptedService(script, knowledge);
  const machine = workflow.machine({ services: service, runId: 'run', ...options });
  const clock = new SimulatedClock();
  clock.set(now);
  const from = snapshot === undefined ? { input } : { input, snapshot };
  const run = await startMachine(machine, { ...from, clock });
  return {
    ...run,
    service,
    calls: () => service.requests.map(({ operation }) => operation.operationId ?? ''),
    persisted: () =>
      JSON.parse(JSON.stringify(run.actor.getPersistedSnapshot())) as Snapshot<unknown>,
  };
}

/** Runs the first workflow of a document to its end. */
export async function runWorkflows(
  workflows: readonly WorkflowFields[],
  setup: WorkflowsSetup = {},
): Promise<{
  readonly output: WorkflowOutput;
  readonly calls: readonly string[];
  readonly run: WorkflowsRun;
}> {
  const run = await startWorkflows(workflows, setup);
  const output = await run.finish();
  return { output, calls: run.calls(), run };
}

/** Answers an operation by its id; others with an empty 200. */
export function byOperation(
  answers: Readonly<Record<string, Script>>,
): Extract<Script, (...args: never) => unknown> {
  const counts = new Map<string, number>();
  return (request) => {
    const id = request.operation.operationId ?? '';
    const script = answers[id] ?? [{}];
    if (typeof script === 'function') return script(request);
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return script[Math.min(count, script.length - 1)] ?? {};
  };
}
