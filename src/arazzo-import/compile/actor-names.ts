import type { ChannelReference } from '../../services/message-service.ts';
import type { OperationReference } from '../../services/service.ts';
import type { CallPlan, StepPlan, WorkflowReference } from '../plan.ts';

/** The actor that waits; nothing else may bear its name. */
export const waitActor = 'wait';

/** Names the actors of a workflow's machine. */
export interface ActorNames {
  readonly ofCall: (call: CallPlan) => string;
  readonly ofWorkflow: (workflow: WorkflowReference) => string;
}

/**
 * Names the actor of each operation, workflow and channel: its id, so that
 * `machine.provide({ actors: { CreateFHIRDatastore } })` works. Where two have the same id, or it is
 * taken, the source's name stands before it; an operation without an id has its path.
 */
export function toActorNames(
  steps: readonly StepPlan[],
  workflows: readonly WorkflowReference[],
): ActorNames {
  const things = new Map<string, Set<string>>();
  const add = ({ plain, full }: Name): void => {
    things.set(plain, (things.get(plain) ?? new Set()).add(full));
  };
  for (const { call } of steps) add(nameCall(call));
  for (const workflow of workflows) add(nameWorkflow(workflow));
  const choose = ({ plain, full }: Name): string =>
    things.get(plain)?.size === 1 && plain !== waitActor ? plain : full;
  return {
    ofCall: (call) => choose(nameCall(call)),
    ofWorkflow: (workflow) => choose(nameWorkflow(workflow)),
  };
}

/** A name that is good enough alone, and one that tells the thing from all others. */
interface Name {
  readonly plain: string;
  readonly full: string;
}

function nameCall(call: CallPlan): Name {
  if (call.kind === 'workflow') return nameWorkflow(call.workflow);
  const reference = call.kind === 'operation' ? call.operation : call.channel;
  const plain = plainName(reference);
  return { plain, full: `${reference.source}.${plain}` };
}

function nameWorkflow({ key, workflowId }: WorkflowReference): Name {
  return { plain: workflowId, full: `workflow ${key}` };
}

function plainName(reference: OperationReference | ChannelReference): string {
  const { operationId } = reference;
  if (operationId !== undefined) return operationId;
  if ('channelPath' in reference) return lastToken(reference.channelPath ?? '');
  return 'operationPath' in reference ? (reference.operationPath ?? '') : '';
}

/** The key of a channel in its source. */
function lastToken(pointer: string): string {
  const token = pointer.slice(pointer.lastIndexOf('/') + 1);
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
