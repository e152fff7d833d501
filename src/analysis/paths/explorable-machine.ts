import { ArazzoError } from '../../diagnostics/index.ts';
import type { WorkflowMachine } from '../../machines/create-machine.ts';
import type { LoadedWorkflow } from '../../machines/load-workflow.ts';
import { remakeMachine } from '../../machines/remake-machine.ts';
import { sourceOf } from '../../machines/machine-source.ts';
import type { MachineSource } from '../../machines/machine-source.ts';

/** A workflow or its machine, whatever its inputs and outputs are. */
// oxlint-disable-next-line typescript/no-explicit-any -- they make no difference to its paths
export type AnyWorkflow = LoadedWorkflow<any, any> | WorkflowMachine<any, any>;

/** A machine whose retries are taken once at most, and what it is made of. */
export type ExplorableMachine = Pick<MachineSource, 'machine' | 'environment'> & {
  readonly source: MachineSource;
};

/**
 * Makes a machine that can be explored: what the caller provided stays, retries are not repeated.
 * @throws ArazzoError `UNKNOWN_MACHINE` for a machine that this library did not make
 */
export function explorableMachine(workflow: AnyWorkflow): ExplorableMachine {
  const given = machineOf(workflow);
  const known = explorable.get(given) ?? makeExplorable(given);
  explorable.set(given, known);
  return known;
}

/** A workflow is checked, its paths are listed, then run: all of that explores one machine. */
const explorable = new WeakMap<WorkflowMachine, ExplorableMachine>();

function makeExplorable(given: WorkflowMachine): ExplorableMachine {
  const machine = remakeMachine(given, { isExplored: true, newRunId: () => 'path' });
  const source = machine && sourceOf(machine);
  if (machine === undefined || source === undefined)
    throw new ArazzoError(
      'UNKNOWN_MACHINE',
      'The machine was not made from an Arazzo workflow by this library, so that nothing is known about its paths.',
    );
  return { machine, environment: source.environment, source };
}

/** The machine of a workflow without services, or the machine itself. */
export function machineOf(workflow: AnyWorkflow): WorkflowMachine {
  if (!('validateInputs' in workflow)) return workflow;
  const machine = machines.get(workflow) ?? workflow.machine();
  machines.set(workflow, machine);
  return machine;
}

/** Paths are listed, then run: one machine is enough to know what it is made of. */
const machines = new WeakMap<LoadedWorkflow, WorkflowMachine>();
