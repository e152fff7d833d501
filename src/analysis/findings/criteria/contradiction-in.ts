import type { Demand } from './demand.ts';

/** Demands on one subject that no value meets. */
export interface Contradiction {
  readonly demands: readonly Demand[];
}

/** Every status code that HTTP has room for. */
const statusCodes: readonly number[] = Array.from(
  { length: 500 },
  (_, index) => 100 + index,
);

const codesOf = new WeakMap<Demand, readonly number[]>();

/** The status codes that a demand accepts. */
export function acceptedCodes(demand: Demand): readonly number[] {
  const known = codesOf.get(demand) ?? statusCodes.filter((code) => demand.accepts(code));
  codesOf.set(demand, known);
  return known;
}

/** The first contradiction among demands that must all be met; `undefined` when there is none. */
export function contradictionIn(demands: readonly Demand[]): Contradiction | undefined {
  for (const group of bySubject(demands).values()) {
    // Each item of a list may meet another demand.
    if (group[0]?.subject.kind === 'item' || !excludeEachOther(group)) continue;
    return { demands: culprits(group) };
  }
  return undefined;
}

/** Whether nothing meets all of them. */
function excludeEachOther(group: readonly Demand[]): boolean {
  const values = candidates(group);
  return (
    values !== undefined &&
    !values.some((value) => group.every((demand) => demand.accepts(value)))
  );
}

/** The values that could be meant: status codes that are accepted, or what a demand names that allows no other. */
export function candidates(demands: readonly Demand[]): readonly unknown[] | undefined {
  const [first] = demands;
  if (first?.subject.kind !== 'status')
    return demands.find(({ isClosed }) => isClosed)?.literals;
  const [fewest] = demands
    .map(acceptedCodes)
    .toSorted((left, right) => left.length - right.length);
  return fewest;
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

/** The one that nothing meets, or two that exclude each other, when that is all. */
function culprits(group: readonly Demand[]): readonly Demand[] {
  for (const [index, left] of group.entries()) {
    if (excludeEachOther([left])) return [left];
    const right = group.slice(0, index).find((each) => excludeEachOther([each, left]));
    if (right !== undefined) return [right, left];
  }
  return group;
}
