import type { AnyActorRef } from 'xstate';
import type { CreatedResource, WorkflowContext } from './types.ts';

/**
 * What the workflows that run within a machine have created and have not yet told it: they tell when
 * they end, and a machine that is stopped never does.
 */
export function createdWithin(
  machine: AnyActorRef | undefined,
): readonly CreatedResource[] {
  return Object.values(childrenOf(machine)).flatMap((child) => {
    const snapshot = child?.getSnapshot() as
      { readonly context?: Partial<WorkflowContext> } | undefined;
    const created = snapshot?.context?.created;
    return created === undefined ? [] : [...created, ...createdWithin(child)];
  });
}

function childrenOf(
  machine: AnyActorRef | undefined,
): Readonly<Record<string, AnyActorRef | undefined>> {
  try {
    const snapshot = machine?.getSnapshot() as { children?: object } | undefined;
    return (snapshot?.children ?? {}) as ReturnType<typeof childrenOf>;
  } catch {
    return {}; // it is being created and has no snapshot yet
  }
}
