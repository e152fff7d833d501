import type { AnyActorRef } from 'xstate';
import type { OperationKnowledge, OperationReference } from '../services/service.ts';
import { maybeCreatedBy, mergeCreated } from './created-resource.ts';
import type { OperationInput } from './operation-actor.ts';
import { isRepeated } from './step-record.ts';
import type { CreatedResource, WorkflowContext } from './types.ts';

type Describe = (operation: OperationReference) => OperationKnowledge | undefined;

/** The parts of a snapshot that tell what an actor is and does. */
interface ActorSnapshot {
  readonly status?: string;
  readonly context?: Partial<WorkflowContext>;
  readonly input?: Partial<OperationInput>;
  readonly children?: Readonly<Record<string, AnyActorRef | undefined>>;
}

/**
 * What a run has created and what the call in flight may have created, with all that runs within it:
 * workflows tell it when they end, and one that is stopped never does.
 *
 * @param describe - what is known about an operation; without it calls in flight do not count
 */
export function createdSoFar(
  machine: AnyActorRef,
  describe: Describe = () => undefined,
): readonly CreatedResource[] {
  const snapshot = snapshotOf(machine);
  const { context = {} } = snapshot;
  return activeChildren(snapshot)
    .map((child) => createdByChild(child, describe))
    .reduce(
      (before, after) => mergeCreated(before, after, isRepeated(context)),
      context.created ?? [],
    );
}

/** Calls that a run has made, those of the workflows within it included. */
export function callsSoFar(machine: AnyActorRef): number {
  const snapshot = snapshotOf(machine);
  const within = activeChildren(snapshot).map(callsSoFar);
  return Math.max(snapshot.context?.calls ?? 0, ...within);
}

function createdByChild(
  child: AnyActorRef,
  describe: Describe,
): readonly CreatedResource[] {
  const { context, input } = snapshotOf(child);
  if (context !== undefined) return createdSoFar(child, describe);
  const { stepId, operation, requestBody } = input ?? {};
  const creates = operation && describe(operation)?.creates;
  if (stepId === undefined || operation === undefined || creates === undefined) return [];
  return [maybeCreatedBy(creates, { stepId, operation, payload: requestBody?.payload })];
}

/** Those that have not told what they did: one that is done has. */
function activeChildren({ children = {} }: ActorSnapshot): readonly AnyActorRef[] {
  return Object.values(children).filter(
    (child): child is AnyActorRef =>
      child !== undefined && snapshotOf(child).status !== 'done',
  );
}

function snapshotOf(actor: AnyActorRef): ActorSnapshot {
  try {
    return (actor.getSnapshot() ?? {}) as ActorSnapshot;
  } catch {
    return {}; // it is being created and has no snapshot yet
  }
}
