import { createActor } from 'xstate';
import type { Json } from '../../arazzo-import/index.ts';
import { observeRun } from '../../machines/index.ts';
import type { LoadedWorkflow, RunEvent, WorkflowOutput } from '../../machines/index.ts';
import type { Io } from '../io.ts';
import type { RunTarget } from './run-target.ts';

/** A machine that is about to run. */
export interface MachineRun {
  readonly workflow: LoadedWorkflow;
  readonly target: RunTarget;
  readonly inputs: Readonly<Record<string, Json>>;
  readonly runId: string;
  readonly io: Pick<Io, 'onInterrupt'>;
  readonly onEvent: (event: RunEvent) => void;
}

/** The output of a run; `undefined` when it was interrupted. */
export async function runMachine({
  workflow,
  target: { services, clock },
  inputs,
  runId,
  io,
  onEvent,
}: MachineRun): Promise<WorkflowOutput | undefined> {
  const actor = createActor(workflow.machine({ services, runId }), {
    input: inputs,
    inspect: observeRun(onEvent),
    ...(clock === undefined ? {} : { clock }),
  });
  return new Promise((resolve, reject) => {
    const stopListening = io.onInterrupt(() => {
      stopListening();
      actor.stop(); // aborts the request in flight
      resolve(undefined);
    });
    actor.subscribe({
      complete: () => {
        stopListening();
        resolve(actor.getSnapshot().output);
      },
      error: (error) => {
        stopListening();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    });
    actor.start();
  });
}
