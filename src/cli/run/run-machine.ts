import { createActor } from 'xstate';
import type { Json } from '../../arazzo-import/index.ts';
import { createdSoFar } from '../../machines/created-so-far.ts';
import { observeRun } from '../../machines/index.ts';
import type {
  CreatedResource,
  LoadedWorkflow,
  RunEvent,
  WorkflowOutput,
} from '../../machines/index.ts';
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

/** How a run ended: with an output, or interrupted with what exists or may exist because of it. */
export type MachineEnd =
  | { readonly output: WorkflowOutput }
  | { readonly output?: never; readonly leftBehind: readonly CreatedResource[] };

/** Runs a machine to its end, or until it is interrupted. */
export async function runMachine({
  workflow,
  target: { services, clock, describe },
  inputs,
  runId,
  io,
  onEvent,
}: MachineRun): Promise<MachineEnd> {
  const actor = createActor(workflow.machine({ services, runId }), {
    input: inputs,
    inspect: observeRun(onEvent),
    ...(clock === undefined ? {} : { clock }),
  });
  return new Promise((resolve, reject) => {
    const stopListening = io.onInterrupt(() => {
      stopListening();
      resolve({ leftBehind: createdSoFar(actor, describe) });
      actor.stop(); // aborts the request in flight
    });
    actor.subscribe({
      complete: () => {
        stopListening();
        resolve({ output: actor.getSnapshot().output as WorkflowOutput });
      },
      error: (error) => {
        stopListening();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    });
    actor.start();
  });
}
