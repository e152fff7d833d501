import type { AnyActorLogic } from 'xstate';
import type { OpenApiDescription } from '../openapi/index.ts';
import type { WorkflowMachine } from './create-machine.ts';
import type { MachineEnvironment } from './environment.ts';

/** What a machine of a workflow was made of, for those who explore and test it. */
export interface MachineSource {
  /** The machine itself, with nothing provided. */
  readonly machine: WorkflowMachine;
  readonly environment: MachineEnvironment;
  /** The environment of a workflow that it can get to, by key. */
  readonly environmentOf: (key: string) => MachineEnvironment | undefined;
  /** The API description of a source, where the workflow was imported with it. */
  readonly descriptionOf: (source: string) => OpenApiDescription | undefined;
  /** Makes the machine once more in other surroundings; so are the machines that it calls. */
  readonly remake: (surroundings: Surroundings) => WorkflowMachine;
}

/** What may be different when a machine is made once more. */
export interface Surroundings extends Partial<
  Pick<MachineEnvironment, 'serviceOf' | 'messageServiceOf' | 'newRunId' | 'isExplored'>
> {
  /** An actor in the place of a workflow, by key; asked each time that one is called. */
  readonly replaceWorkflow?: (key: string) => AnyActorLogic | undefined;
}

// `machine.provide()` makes another machine of the same config.
const sources = new WeakMap<object, MachineSource>();

/** Remembers what a machine was made of. */
export function keepSource(machine: WorkflowMachine, source: MachineSource): void {
  sources.set(machine.config, source);
}

/** What a machine was made of; `undefined` for one that this library did not make. */
export function sourceOf(machine: WorkflowMachine): MachineSource | undefined {
  return sources.get(machine.config);
}
