import type { WorkflowGraph } from './workflow-graph.ts';

/** Which steps have succeeded when a state is entered. */
export interface SucceededSteps {
  /** On every way there. A state that nothing leads to has seen all of them. */
  readonly surely: (key: string, stepKey: string) => boolean;
  /** On some way there. */
  readonly maybe: (key: string, stepKey: string) => boolean;
}

/** Follows successes through the graph: sets of steps, joined where ways meet. */
export function succeededSteps(graph: WorkflowGraph): SucceededSteps {
  const numbers = new Map([...graph.stepOf.keys()].map((key, index) => [key, index]));
  const words = Math.ceil(numbers.size / 32);
  const surely = flow(graph, numbers, { words, join: 'all' });
  const maybe = flow(graph, numbers, { words, join: 'some' });
  const has = (sets: Sets, key: string, stepKey: string): boolean => {
    const number = numbers.get(stepKey);
    const set = sets.get(key);
    if (number === undefined || set === undefined) return false;
    return ((set[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  };
  return {
    surely: (key, stepKey) => has(surely, key, stepKey),
    maybe: (key, stepKey) => has(maybe, key, stepKey),
  };
}

type Sets = ReadonlyMap<string, Uint32Array>;

interface FlowOptions {
  readonly words: number;
  readonly join: 'all' | 'some';
}

function flow(
  { edgesFrom, initial }: WorkflowGraph,
  numbers: ReadonlyMap<string, number>,
  { words, join }: FlowOptions,
): Sets {
  const sets = new Map([[initial, new Uint32Array(words)]]);
  const queue = new Set([initial]);
  for (const key of queue) {
    queue.delete(key); // it may come again
    const before = sets.get(key) ?? new Uint32Array(words);
    for (const { to, outcome } of edgesFrom.get(key) ?? []) {
      const after = outcome === 'success' ? withStep(before, numbers.get(key)) : before;
      const known = sets.get(to);
      if (known === undefined) sets.set(to, Uint32Array.from(after));
      if (known === undefined || joinInto(known, after, join)) queue.add(to);
    }
  }
  return sets;
}

function withStep(set: Uint32Array, number: number | undefined): Uint32Array {
  if (number === undefined) return set;
  const copy = Uint32Array.from(set);
  copy[number >>> 5] = (copy[number >>> 5] ?? 0) | (1 << (number & 31));
  return copy;
}

/** Whether something has changed. */
function joinInto(known: Uint32Array, other: Uint32Array, join: 'all' | 'some'): boolean {
  let changed = false;
  for (const [index, word] of known.entries()) {
    const more = other[index] ?? 0;
    const joined = (join === 'all' ? word & more : word | more) >>> 0;
    if (joined === word) continue;
    known[index] = joined;
    changed = true;
  }
  return changed;
}
