import type {
  OperationKnowledge,
  OperationReference,
  Service,
} from '../services/service.ts';
import type { ValidateInputs } from '../arazzo-import/inputs/input-problem.ts';
import type { Definition } from './definition.ts';

/** What the implementations of a machine work with: its definition and what the caller passed in. */
export interface MachineEnvironment {
  readonly definition: Definition;
  readonly validateInputs: ValidateInputs;
  /** The service of a source; `undefined` when none was given. */
  readonly serviceOf: (source: string) => Service | undefined;
  /** The id of a new run. */
  readonly newRunId: () => string;
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
