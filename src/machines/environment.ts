import type { AnyActorLogic } from 'xstate';
import type {
  OperationKnowledge,
  OperationReference,
  Service,
} from '../services/service.ts';
import type { WorkflowConfig } from '../arazzo-import/compile/config.ts';
import type { MessageService } from '../services/message-service.ts';
import type { ValidateInputs } from '../arazzo-import/inputs/input-problem.ts';
import type { Definition } from './definition.ts';
import type { JsonRecord } from './types.ts';

/** What the implementations of a machine work with: its definition and what the caller passed in. */
export interface MachineEnvironment {
  readonly definition: Definition;
  readonly validateInputs: ValidateInputs;
  /** The service of a source; `undefined` when none was given. */
  readonly serviceOf: (source: string) => Service | undefined;
  /** The service of an AsyncAPI source; `undefined` when none was given. */
  readonly messageServiceOf: (source: string) => MessageService | undefined;
  /** The config of a workflow that this one can get to. */
  readonly configOf: (key: string) => WorkflowConfig | undefined;
  /** The machine of such a workflow, made when it is first needed. */
  readonly machineOf: (key: string) => AnyActorLogic | undefined;
  /** Whether another workflow calls this one. */
  readonly isCalled: boolean;
  /** The inputs of dependencies, by key, where the caller gives them. */
  readonly dependencyInputs: Readonly<Record<string, JsonRecord>>;
  /** The id of a new run. */
  readonly newRunId: () => string;
  /**
   * Whether the machine is only explored: then a retry is taken once at most, whatever its limit, because
   * a further one leads to nothing new, nothing is called, and failures are not explained.
   */
  readonly isExplored?: true;
}

/** What the service of an operation knows about it; one that cannot say knows nothing. */
export function knowledgeOf(
  { serviceOf }: MachineEnvironment,
  operation: OperationReference,
): OperationKnowledge | undefined {
  try {
    return serviceOf(operation.source)?.describe?.(operation);
  } catch {
    return undefined; // guards ask: an error there would end the machine and not the step
  }
}

/** How often a retry is taken at most in one visit of its step. */
export function retryLimitOf(
  { isExplored }: Pick<MachineEnvironment, 'isExplored'>,
  retryLimit: number,
): number {
  return isExplored === true ? Math.min(retryLimit, 1) : retryLimit;
}
