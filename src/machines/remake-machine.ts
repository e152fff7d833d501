import type { WorkflowMachine } from './create-machine.ts';
import { sourceOf } from './machine-source.ts';
import type { Surroundings } from './machine-source.ts';

/**
 * Makes a machine once more in other surroundings, with the guards and actions that were provided for
 * it. Actors that were provided are left out: they stand for what the surroundings give.
 */
export function remakeMachine(
  machine: WorkflowMachine,
  surroundings: Surroundings,
): WorkflowMachine | undefined {
  const source = sourceOf(machine);
  if (source === undefined) return undefined;
  const remade = source.remake(surroundings);
  const { guards, actions } = machine.implementations;
  const own = source.machine.implementations;
  const provided = {
    guards: changed(guards, own.guards),
    actions: changed(actions, own.actions),
  };
  const isPlain =
    Object.keys(provided.guards).length + Object.keys(provided.actions).length === 0;
  return isPlain ? remade : (remade.provide(provided as never) as WorkflowMachine);
}

function changed(now: object, before: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => Reflect.get(before, name) !== value),
  );
}
