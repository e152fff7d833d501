import type { WorkflowConfig } from '../arazzo-import/compile/config.ts';
import type { ValidateInputs } from '../arazzo-import/inputs/input-problem.ts';
import { loadInputValidator } from '../arazzo-import/inputs/load-input-validator.ts';
import { loadSharedEngines } from '../arazzo-import/shared-engines.ts';
import { ArazzoError } from '../diagnostics/index.ts';
import type { Engines } from '../expressions/index.ts';
import type { OpenApiDescription } from '../openapi/index.ts';
import type { MessageService } from '../services/message-service.ts';
import type { Service } from '../services/service.ts';
import type { WorkflowMachine } from './create-machine.ts';
import { createMachines } from './create-machines.ts';
import { nameOfCall } from './created-resource.ts';
import { createDefinition } from './definition.ts';
import type { Definition } from './definition.ts';
import { enginesForConfig } from './engines-for-config.ts';
import type { JsonRecord } from './types.ts';

/** Who performs the operations of a machine, and what makes its runs repeatable. */
export interface MachineOptions {
  /**
   * The service of each source description, by name, or one service for all of them. A source of
   * another document has its document's name before it (`auth.idp`), unless this one has it too.
   * Without any the machine can be drawn and tested, and its operations can be given with
   * `machine.provide`.
   */
  readonly services?: Service | Readonly<Record<string, Service | MessageService>>;
  /**
   * Tells the runs of the machine apart; idempotency tokens are derived from it. A function is called
   * for each run. @default a random UUID for each run
   */
  readonly runId?: string | (() => string);
  /**
   * The inputs of the workflows that must be completed first, by workflowId (that of another document
   * after the name of its source: `auth.login`). @default those inputs of the run that their schema names
   */
  readonly dependencyInputs?: Readonly<Record<string, JsonRecord>>;
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
  /** Those of the workflows that it can get to, by key. */
  readonly validators?: ReadonlyMap<string, ValidateInputs>;
  /** The API description of a source, for tests of paths. */
  readonly descriptionOf?: DescriptionOf;
}

/** Finds the API description of a source; `undefined` when none was read. */
export type DescriptionOf = (source: string) => OpenApiDescription | undefined;

/**
 * Loads a config, together with those libraries that its criteria and its inputs schema need. The
 * descriptions of its APIs are only for tests of its paths.
 * @throws ArazzoError `INVALID_CONFIG` when the config is not one that was compiled from a workflow
 */
export async function loadWorkflow(
  config: WorkflowConfig,
  { descriptionOf }: Pick<WorkflowParts, 'descriptionOf'> = {},
): Promise<LoadedWorkflow> {
  const { workflows = {} } = config.meta;
  return createWorkflow(config, {
    engines: await loadSharedEngines(enginesForConfig(config)),
    validateInputs: await loadValidator(config),
    ...(descriptionOf === undefined ? {} : { descriptionOf }),
    validators: new Map(
      await Promise.all(
        Object.entries(workflows).map(
          async ([key, each]) => [key, await loadValidator(each)] as const,
        ),
      ),
    ),
  });
}

/** Makes a workflow of a config and libraries that are already loaded. */
export function createWorkflow(
  config: WorkflowConfig,
  {
    engines,
    validateInputs,
    validators = new Map(),
    descriptionOf = () => undefined,
  }: WorkflowParts,
): LoadedWorkflow {
  const definition = createDefinition(config, engines);
  const { workflows = {} } = config.meta;
  const definitions = new Map(
    Object.entries(workflows).map(([key, each]) => [key, defineCalled(each, engines)]),
  );
  const family = { definition, validateInputs, definitions, validators, descriptionOf };
  return {
    workflowId: config.meta.workflowId,
    config,
    validateInputs,
    machine: ({ services, runId = randomId, dependencyInputs = {} } = {}) => {
      const lookup = toLookup(services);
      if (services !== undefined)
        requireServices([definition, ...definitions.values()], lookup);
      return createMachines(family, {
        serviceOf: (source) => asService(lookup(source)),
        messageServiceOf: (source) => asMessageService(lookup(source)),
        dependencyInputs,
        newRunId: typeof runId === 'string' ? () => runId : runId,
      });
    },
  };
}

const calledDefinitions = new WeakMap<Engines, WeakMap<WorkflowConfig, Definition>>();

/** Workflows that call the same one carry the same config of it. */
function defineCalled(config: WorkflowConfig, engines: Engines): Definition {
  const known =
    calledDefinitions.get(engines) ?? new WeakMap<WorkflowConfig, Definition>();
  calledDefinitions.set(engines, known);
  const definition = known.get(config) ?? createDefinition(config, engines);
  known.set(config, definition);
  return definition;
}

function randomId(): string {
  return globalThis.crypto.randomUUID();
}

type AnyService = Service | MessageService;

function toLookup(
  services: MachineOptions['services'],
): (source: string) => AnyService | undefined {
  if (services === undefined) return () => undefined;
  if (isService(services)) return () => services;
  return (source) => (Object.hasOwn(services, source) ? services[source] : undefined);
}

function asService(service: AnyService | undefined): Service | undefined {
  return service !== undefined && 'call' in service ? service : undefined;
}

function asMessageService(service: AnyService | undefined): MessageService | undefined {
  return service !== undefined && 'receive' in service ? service : undefined;
}

function isService(
  services: NonNullable<MachineOptions['services']>,
): services is Service {
  return typeof services.call === 'function';
}

function requireServices(
  definitions: readonly Definition[],
  lookup: (source: string) => AnyService | undefined,
): void {
  for (const { steps } of definitions) {
    for (const step of steps) {
      const source = step.operation?.source ?? step.channel?.source;
      if (source === undefined || lookup(source) !== undefined) continue;
      throw new ArazzoError(
        'MISSING_SERVICE',
        `Step "${step.stepId}" calls "${nameOfCall(step)}" of the source "${source}", and no service was given for that source. Add \`${source}\` to \`services\`.`,
      );
    }
  }
}

/** An importer has reported an unusable schema; no inputs fit it. */
async function loadValidator({ meta }: WorkflowConfig): Promise<ValidateInputs> {
  try {
    return await loadInputValidator(meta.inputs);
  } catch {
    const message = 'The inputs schema cannot be used, so that no inputs fit it.';
    return () => [{ path: '', message }];
  }
}
