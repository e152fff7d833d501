import type { WorkflowConfig } from '../arazzo-import/compile/config.ts';
import type { ValidateInputs } from '../arazzo-import/inputs/input-problem.ts';
import { loadInputValidator } from '../arazzo-import/inputs/load-input-validator.ts';
import { ArazzoError } from '../diagnostics/index.ts';
import { enginesNeeded, loadEngines } from '../expressions/index.ts';
import type { Engines } from '../expressions/index.ts';
import type { Service } from '../services/service.ts';
import { createWorkflowMachine } from './create-machine.ts';
import type { WorkflowMachine } from './create-machine.ts';
import { createDefinition } from './definition.ts';
import type { Definition } from './definition.ts';
import type { JsonRecord } from './types.ts';
import { criteriaIn } from './walk-config.ts';

/** Who performs the operations of a machine, and what makes its runs repeatable. */
export interface MachineOptions {
  /**
   * The service of each source description, by name, or one service for all of them. Without any the
   * machine can be drawn and tested, and its operations can be given with `machine.provide`.
   */
  readonly services?: Service | Readonly<Record<string, Service>>;
  /**
   * Tells the runs of the machine apart; idempotency tokens are derived from it. A function is called
   * for each run. @default a random UUID for each run
   */
  readonly runId?: string | (() => string);
}

/** A workflow that is ready to become machines. */
export interface LoadedWorkflow<Inputs = JsonRecord, Outputs = JsonRecord> {
  readonly workflowId: string;
  /** The machine's config: JSON and nothing else. */
  readonly config: WorkflowConfig;
  /** Says what is wrong with inputs, as the machine will, without running it. */
  readonly validateInputs: ValidateInputs;
  /**
   * Makes the machine of the workflow.
   * @throws ArazzoError `MISSING_SERVICE` when services are given and one is missing
   */
  machine(options?: MachineOptions): WorkflowMachine<Inputs, Outputs>;
}

/** The parts of a loaded workflow that need libraries; see `loadWorkflow`, which loads them. */
export interface WorkflowParts {
  readonly engines: Engines;
  readonly validateInputs: ValidateInputs;
}

/**
 * Loads a config, together with those libraries that its criteria and its inputs schema need.
 * @throws ArazzoError `INVALID_CONFIG` when the config is not one that was compiled from a workflow
 */
export async function loadWorkflow(config: WorkflowConfig): Promise<LoadedWorkflow> {
  return createWorkflow(config, {
    engines: await loadEngines(enginesNeeded(criteriaIn(config).flat())),
    validateInputs: await loadValidator(config),
  });
}

/** Makes a workflow of a config and libraries that are already loaded. */
export function createWorkflow(
  config: WorkflowConfig,
  parts: WorkflowParts,
): LoadedWorkflow {
  const definition = createDefinition(config, parts.engines);
  return {
    workflowId: config.meta.workflowId,
    config,
    validateInputs: parts.validateInputs,
    machine: ({ services, runId = randomId } = {}) => {
      const serviceOf = toLookup(services);
      if (services !== undefined) requireServices(definition, serviceOf);
      const newRunId = typeof runId === 'string' ? () => runId : runId;
      return createWorkflowMachine({
        definition,
        validateInputs: parts.validateInputs,
        serviceOf,
        newRunId,
      });
    },
  };
}

function randomId(): string {
  return globalThis.crypto.randomUUID();
}

function toLookup(
  services: MachineOptions['services'],
): (source: string) => Service | undefined {
  if (services === undefined) return () => undefined;
  if (isService(services)) return () => services;
  return (source) => (Object.hasOwn(services, source) ? services[source] : undefined);
}

function isService(
  services: Service | Readonly<Record<string, Service>>,
): services is Service {
  return typeof services.call === 'function';
}

function requireServices(
  { steps }: Definition,
  serviceOf: (source: string) => Service | undefined,
): void {
  for (const { stepId, operation } of steps) {
    if (serviceOf(operation.source) !== undefined) continue;
    throw new ArazzoError(
      'MISSING_SERVICE',
      `Step "${stepId}" calls "${operation.operationId ?? operation.operationPath}" of the source "${operation.source}", and no service was given for that source. Add \`${operation.source}\` to \`services\`.`,
    );
  }
}

/** An importer has reported an unusable schema; here it can only come from an edited config. */
async function loadValidator({ meta }: WorkflowConfig): Promise<ValidateInputs> {
  try {
    return await loadInputValidator(meta.inputs);
  } catch (cause) {
    throw new ArazzoError('INVALID_CONFIG', 'The inputs schema is unusable.', { cause });
  }
}
