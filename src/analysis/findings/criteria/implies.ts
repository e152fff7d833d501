import { bySubject, candidates } from './contradiction-in.ts';
import type { CriterionReading, Demand } from './demand.ts';

/** Whether one list of criteria holds wherever another one does, as far as that can be told. */
export function implies(
  stronger: readonly CriterionReading[],
  weaker: readonly CriterionReading[],
): boolean {
  const known = new Set(stronger.map(({ identity }) => identity));
  const demands = bySubject(stronger.flatMap((criterion) => criterion.demands));
  return weaker.every(
    (criterion) =>
      known.has(criterion.identity) ||
      (criterion.isComplete &&
        criterion.demands.every((demand) => isMet(demand, demands))),
  );
}

function isMet(demand: Demand, given: ReadonlyMap<string, readonly Demand[]>): boolean {
  const { subject } = demand;
  const others = given.get(subject.name);
  if (others === undefined || subject.kind === 'item') return false;
  const possible = candidates(others)?.filter((value) =>
    others.every((other) => other.accepts(value)),
  );
  return possible !== undefined && possible.length > 0 && possible.every(demand.accepts);
}
