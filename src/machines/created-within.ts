import type { AnyActorRef } from 'xstate';
import type { CreatedResource, WorkflowContext } from './types.ts';

/**
 * What the workflows that run within a machine have created and have not yet told it: they tell when
 * they end, and a machine that is stopped never does.
 */
export function createdWithin(
  machine: AnyActorRef | undefined,
): readonly CreatedResource[] {
  const { children = {} } = (machine?.getSnapshot() ?? {}) as {
    readonly children?: Readonly<Record<string, AnyActorRef | undefined>>;
  };
  return Object.values(children).flatMap((child) => {
    const snapshot = child?.getSnapshot() as
      { readonly context?: Partial<WorkflowContext> } | undefined;
    const created = snapshot?.context?.created;
    return created === undefined ? [] : [...created, ...createdWithin(child)];
  });
}
