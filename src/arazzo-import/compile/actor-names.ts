import type { OperationReference } from '../../services/service.ts';
import type { StepPlan } from '../plan.ts';

/** The actor that waits; no operation may bear its name. */
export const waitActor = 'wait';

/**
 * Names the actor of each operation: its operationId, so that
 * `machine.provide({ actors: { CreateFHIRDatastore } })` works. Where two sources have the same id,
 * or it is taken, the source's name stands before it; without an id it is the path.
 */
export function toActorNames(
  steps: readonly StepPlan[],
): (operation: OperationReference) => string {
  const sources = new Map<string, Set<string>>();
  for (const { call } of steps) {
    const name = plainName(call.operation);
    sources.set(name, (sources.get(name) ?? new Set()).add(call.operation.source));
  }
  return (operation) => {
    const name = plainName(operation);
    const unique = sources.get(name)?.size === 1 && name !== waitActor;
    return unique ? name : `${operation.source}.${name}`;
  };
}

function plainName({ operationId, operationPath }: OperationReference): string {
  return operationId ?? operationPath ?? '';
}
