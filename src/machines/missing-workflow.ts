import { fromPromise } from 'xstate';
import type { PromiseActorLogic } from 'xstate';
import { OperationError } from '../diagnostics/index.ts';
import type { CalledOutput, WorkflowCall } from './types.ts';

/** Stands where the machine of a workflow should be whose document could not be read. */
export function missingWorkflow(
  actor: string,
  key: string,
): PromiseActorLogic<CalledOutput, WorkflowCall> {
  return fromPromise(({ input: { stepId } }) =>
    Promise.reject(
      new OperationError(
        'MISSING_SERVICE',
        `The document of the workflow "${key}" was not read. Make it readable, or give an actor in its place with \`machine.provide({ actors: { ${JSON.stringify(actor)}: … } })\`.`,
        stepId === undefined ? {} : { stepId },
      ),
    ),
  );
}
