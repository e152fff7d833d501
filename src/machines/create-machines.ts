import type { AnyActorLogic } from 'xstate';
import type { ValidateInputs } from '../arazzo-import/inputs/input-problem.ts';
import type { OpenApiDescription } from '../openapi/index.ts';
import { createWorkflowMachine } from './create-machine.ts';
import type { WorkflowMachine } from './create-machine.ts';
import type { Definition } from './definition.ts';
import type { MachineEnvironment } from './environment.ts';
import { keepSource } from './machine-source.ts';
import type { Surroundings } from './machine-source.ts';

/** A workflow with all workflows that it can get to, their expressions and schemas read. */
export interface WorkflowFamily {
  readonly definition: Definition;
  readonly validateInputs: ValidateInputs;
  /** The others, by key. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly validators: ReadonlyMap<string, ValidateInputs>;
  readonly descriptionOf: (source: string) => OpenApiDescription | undefined;
}

type Shared = Omit<MachineEnvironment, 'definition' | 'validateInputs' | 'isCalled'>;

/** Makes the machine of a workflow; those of the others are made when they are first needed. */
export function createMachines(
  family: WorkflowFamily,
  given: Pick<Shared, 'serviceOf' | 'messageServiceOf' | 'dependencyInputs' | 'newRunId'>,
  surroundings: Surroundings = {},
): WorkflowMachine {
  const { definition, validateInputs, definitions, validators, descriptionOf } = family;
  const machines = new Map<string, WorkflowMachine>();
  const { replaceWorkflow, ...changes } = surroundings;
  const machineOf = (key: string): AnyActorLogic | undefined => {
    const replaced = replaceWorkflow?.(key);
    if (replaced !== undefined) return replaced;
    const environment = environmentOf(key);
    const machine =
      machines.get(key) ?? (environment && createWorkflowMachine(environment));
    if (machine !== undefined) machines.set(key, machine);
    return machine;
  };
  const shared: Shared = {
    machineOf,
    configOf: (key) => definitions.get(key)?.config,
    ...given,
    ...changes,
  };
  const environmentOf = (key: string): MachineEnvironment | undefined => {
    const called = definitions.get(key);
    return (
      called && {
        ...shared,
        definition: called,
        validateInputs: validators.get(key) ?? acceptAll,
        isCalled: true,
      }
    );
  };
  const environment = { ...shared, definition, validateInputs, isCalled: false };
  const machine = createWorkflowMachine(environment);
  keepSource(machine, {
    machine,
    environment,
    environmentOf,
    descriptionOf,
    remake: (others) => createMachines(family, given, { ...surroundings, ...others }),
  });
  return machine;
}

const acceptAll: ValidateInputs = () => [];
