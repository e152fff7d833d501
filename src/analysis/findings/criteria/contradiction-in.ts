import type { Demand } from './demand.ts';

/** Demands on one subject that no value meets. */
export interface Contradiction {
  readonly demands: readonly Demand[];
}

/** Every status code that HTTP has room for. */
export const statusCodes: readonly number[] = Array.from(
  { length: 500 },
  (_, index) => 100 + index,
);

/** The first contradiction among demands that must all be met; `undefined` when there is none. */
export function contradictionIn(demands: readonly Demand[]): Contradiction | undefined {
  for (const group of bySubject(demands).values()) {
    // Each item of a list may meet another demand.
    if (group[0]?.subject.kind === 'item') continue;
    const values = candidates(group);
    if (values === undefined) continue;
    if (!values.some((value) => group.every((demand) => demand.accepts(value))))
      return { demands: culprits(group, values) };
  }
  return undefined;
}

/** The values that could be meant: all status codes, or what a demand names that allows nothing else. */
export function candidates(demands: readonly Demand[]): readonly unknown[] | undefined {
  return demands[0]?.subject.kind === 'status'
    ? statusCodes
    : demands.find(({ isClosed }) => isClosed)?.literals;
}

/** The demands by the name of their subject. */
export function bySubject(
  demands: readonly Demand[],
): ReadonlyMap<string, readonly Demand[]> {
  const groups = new Map<string, Demand[]>();
  for (const demand of demands) {
    const group = groups.get(demand.subject.name);
    if (group === undefined) groups.set(demand.subject.name, [demand]);
    else group.push(demand);
  }
  return groups;
}

/** Two that exclude each other, when two are enough. */
function culprits(
  group: readonly Demand[],
  values: readonly unknown[],
): readonly Demand[] {
  for (const [index, left] of group.entries())
    for (const right of group.slice(index))
      if (!values.some((value) => left.accepts(value) && right.accepts(value)))
        return left === right ? [left] : [left, right];
  return group;
}
