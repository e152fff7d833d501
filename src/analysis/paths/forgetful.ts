import type { WorkflowConfig } from '../../arazzo-import/compile/config.ts';
import type { WorkflowMachine } from '../../machines/create-machine.ts';
import type { WorkflowContext } from '../../machines/types.ts';
import { remembered } from '../cases/remembered.ts';
import type { Exploration, MachineSnapshot } from './exploration.ts';
import { keysOf, stepAt } from './place.ts';
import { reachableSteps } from './reachable-steps.ts';

/**
 * The logic of a machine that forgets the steps that nothing can read any more. A thousand steps in the
 * context, copied with every transition, would make an exploration slow and nothing else.
 */
export function forgetful({ machine, environment }: Exploration): WorkflowMachine {
  const { config } = environment.definition;
  const { isKept } = readingOf(config);
  if (isKept === undefined) return machine;
  const forget = (snapshot: MachineSnapshot): MachineSnapshot => {
    const keys = keysOf(snapshot.value);
    const current = stepAt(config, keys);
    const { steps } = snapshot.context;
    const entries = Object.entries(steps).filter(
      ([stepId]) => stepId === current || isKept(stepId, keys[0] ?? ''),
    );
    const context = snapshot.context as { steps: WorkflowContext['steps'] };
    if (entries.length < Object.keys(steps).length)
      context.steps = Object.fromEntries(entries);
    return snapshot;
  };
  const logic = Object.create(machine) as WorkflowMachine;
  logic.transition = (snapshot, event, scope) => {
    const next = machine.transition(snapshot, event, scope);
    return next === snapshot ? next : (forget(next as MachineSnapshot) as typeof next);
  };
  return logic;
}

/** Who reads what steps have left. */
interface Reading {
  /** Whether somebody can still read a step in a state; absent when that cannot be told. */
  readonly isKept?: (stepId: string, key: string) => boolean;
}

const readingOf = remembered((config: WorkflowConfig): Reading => {
  const readers = readersOf(config.states);
  if (readers === undefined) return {};
  const { canReach } = reachableSteps(config);
  const kept = mentionedIn(JSON.stringify([config.meta.outputs, needsIn(config.states)]));
  return {
    isKept: (stepId, key) =>
      kept.has(stepId) ||
      (readers.get(stepId) ?? []).some((reader) => canReach(key, reader)),
  };
});

type States = WorkflowConfig['states'];

/** Which steps read the outputs of each; `undefined` when that cannot be told from the text. */
function readersOf(states: States): ReadonlyMap<string, readonly string[]> | undefined {
  const readers = new Map<string, string[]>();
  for (const state of Object.values(states)) {
    const stepId = state.meta?.stepId;
    if (stepId !== undefined && !/^[\w-]+$/u.test(stepId)) return undefined;
    const text = JSON.stringify(state);
    if (/\$(?:outputs|workflows|steps\[)/u.test(text)) return undefined;
    for (const mentioned of mentionedIn(text))
      readers.set(mentioned, [...(readers.get(mentioned) ?? []), stepId ?? '']);
  }
  return readers;
}

function mentionedIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/\$steps\.([\w-]+)/gu), ([, id = '']) => id));
}

/** What other steps or workflows ask to have run. */
function needsIn(states: States): readonly string[] {
  return Object.values(states).flatMap(({ always = [] }) =>
    always.flatMap(({ guard }) =>
      guard?.type === 'needsMore' && 'params' in guard && 'needs' in guard.params
        ? guard.params.needs.map(({ stepId }) => `$steps.${stepId}`)
        : [],
    ),
  );
}
