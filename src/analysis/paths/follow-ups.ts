import type { WorkflowContext } from '../../machines/types.ts';
import type { Exploration } from './exploration.ts';
import { statesAt } from './place.ts';
import type { IndexedTransition } from './transition-index.ts';

/** What guards are called with. */
interface After {
  readonly context: WorkflowContext;
  readonly event: object;
}

type Guard = (args: After, params: unknown) => boolean;

/** The transitions without event that follow when a state is entered. */
export function followUps(
  { environment, machine, index }: Exploration,
  place: string,
  after: After,
): readonly IndexedTransition[] {
  const guards = machine.implementations.guards as unknown as Record<string, Guard>;
  const taken: IndexedTransition[] = [];
  let current: string | undefined = place;
  while (current !== undefined) {
    const next: IndexedTransition | undefined = entered(
      environment.definition.config,
      current,
    )
      .flatMap((each) => index.alwaysAt(each))
      .find(({ config: { guard } }) => {
        if (guard === undefined) return true;
        const params = 'params' in guard ? guard.params : undefined;
        return guards[guard.type]?.(after, params) === true;
      });
    // None of ours leads back to where it came from.
    if (next !== undefined && taken.includes(next)) break;
    if (next !== undefined) taken.push(next);
    current = next?.to;
  }
  return taken;
}

/** The places of the states that are entered with one: those around it, and the first within. */
function entered(
  config: Parameters<typeof statesAt>[0],
  place: string,
): readonly string[] {
  const keys = place.split('.');
  let state = statesAt(config, keys).at(-1);
  while (state?.initial !== undefined) {
    keys.push(state.initial);
    state = state.states?.[state.initial];
  }
  return keys.map((_, length) => keys.slice(0, keys.length - length).join('.'));
}
