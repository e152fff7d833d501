import type { Component } from './components-of.ts';
import { StepSet } from './step-sets.ts';
import type { WorkflowGraph } from './workflow-graph.ts';

/** Which steps have succeeded when a state is entered. */
export interface SucceededSteps {
  /** On every way there. */
  readonly surely: (key: string, stepKey: string) => boolean;
  /** On some way there. */
  readonly maybe: (key: string, stepKey: string) => boolean;
}

/** The sets of states that can be reached. */
type Sets = ReadonlyMap<string, StepSet>;

/**
 * Follows successes through the graph.
 *
 * @param components - of all states, each after those that it leads to
 */
export function succeededSteps(
  graph: WorkflowGraph,
  components: ReadonlyMap<string, Component>,
): SucceededSteps {
  const numbers = new Map([...graph.stepOf.keys()].map((key, index) => [key, index]));
  const order = [...new Set(components.values())].toReversed();
  const surely = onEveryWay(graph, numbers, order);
  const maybe = onSomeWay(graph, numbers, { order, components });
  const has = (sets: Sets, key: string, stepKey: string): boolean => {
    const number = numbers.get(stepKey);
    return number !== undefined && sets.get(key)?.has(number) === true;
  };
  return {
    surely: (key, stepKey) => has(surely, key, stepKey),
    maybe: (key, stepKey) => has(maybe, key, stepKey),
  };
}

type Numbers = ReadonlyMap<string, number>;

/** Where ways meet only what all of them have is left. Repeated until nothing changes: ways may go back. */
function onEveryWay(
  { edgesFrom, initial }: WorkflowGraph,
  numbers: Numbers,
  order: readonly Component[],
): Sets {
  const sets = new Map([[initial, StepSet.empty(numbers.size)]]);
  const keys = order.flatMap((component) => [...component]);
  let changed = true;
  const pass = (key: string): void => {
    const before = sets.get(key);
    if (before === undefined) return;
    for (const { to, outcome } of edgesFrom.get(key) ?? []) {
      const own = outcome === 'success' ? numbers.get(key) : undefined;
      const known = sets.get(to);
      if (known !== undefined) {
        if (known.keep(before, own)) changed = true;
        continue;
      }
      const after = before.copy();
      if (own !== undefined) after.add(own);
      sets.set(to, after);
      changed = true;
    }
  };
  while (changed) {
    changed = false;
    keys.forEach(pass);
  }
  return sets;
}

interface Order {
  /** Each before those that it leads to. */
  readonly order: readonly Component[];
  readonly components: ReadonlyMap<string, Component>;
}

/** Where ways meet everything is there that one of them has; in a loop each has what all of it have. */
function onSomeWay(
  { edgesFrom, initial }: WorkflowGraph,
  numbers: Numbers,
  { order, components }: Order,
): Sets {
  const sets = new Map<Component | undefined, StepSet>([
    [components.get(initial), StepSet.empty(numbers.size)],
  ]);
  for (const component of order) {
    const set = sets.get(component);
    if (set === undefined) continue;
    const edges = [...component].flatMap((key) => edgesFrom.get(key) ?? []);
    for (const { from, to, outcome } of edges)
      if (component.has(to) && outcome === 'success') set.add(numbers.get(from) ?? 0);
    for (const { from, to, outcome } of edges) {
      if (component.has(to)) continue;
      const target = components.get(to);
      const known = sets.get(target) ?? StepSet.empty(numbers.size);
      known.addAll(set);
      if (outcome === 'success') known.add(numbers.get(from) ?? 0);
      sets.set(target, known);
    }
  }
  return new Map(
    [...components].flatMap(([key, component]) => {
      const set = sets.get(component);
      return set === undefined ? [] : [[key, set] as const];
    }),
  );
}
