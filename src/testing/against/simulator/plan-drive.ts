import type { OutcomeFault } from '../../../services/healthlake/simulator/fault.ts';
import type { Operation } from '../../../services/healthlake/simulator/operation.ts';
import { healthLakeKnowledge } from '../../../services/healthlake/knowledge.ts';
import { kindOf, lifeAfter } from './lives.ts';
import type { ResourceKind } from './lives.ts';
import type { Wish } from './to-wish.ts';

/** A call of HealthLake on a path, and what the simulator is to do at it. */
export interface WishedCall {
  readonly operation: Operation;
  readonly wish: Wish;
  /** The status of the answer that the path has. */
  readonly statusCode?: number;
  readonly leadsTo: string;
}

/** How the simulator is driven into a path. */
export interface DrivePlan {
  /** For each call, in order. */
  readonly wishes: readonly Wish[];
  /** In what resources end that the path creates. */
  readonly faults: readonly OutcomeFault[];
  readonly statusFrom: 'wire' | 'model';
}

/** A part of the life of a resource: from the call that begins it to the next one. */
interface Life {
  readonly kind: ResourceKind;
  /** Absent for what was there before. */
  readonly creator?: { readonly operation: Operation; readonly nth: number };
  /** The calls that look at it, by their place on the path. */
  readonly looks: number[];
}

/**
 * Plans how the simulator is driven into a path, or says why it cannot be. The calls before something
 * is done decide in what it ends, and polls that lead to the same place show pending statuses in the
 * order in which they come about.
 */
export function planDrive(
  calls: readonly WishedCall[],
): DrivePlan | { readonly impossible: string } {
  const lives = livesOf(calls);
  const wishes = calls.map(({ wish }) => wish);
  const faults: OutcomeFault[] = [];
  for (const life of lives) {
    const statuses = life.looks.map((index) => statusOf(wishes[index]));
    const problem =
      life.creator === undefined ? missing(life, calls) : contradictionIn(statuses, life);
    if (problem !== undefined) return { impossible: problem };
    sortPending(life, calls, wishes);
    faults.push(...faultsOf(statuses, life));
  }
  const isModel = calls.some(isOfModel);
  return { wishes, faults, statusFrom: isModel ? 'model' : 'wire' };
}

/** On the wire they are all 400. */
function isOfModel({ statusCode = 0 }: WishedCall): boolean {
  return statusCode > 400 && statusCode < 430;
}

function livesOf(calls: readonly WishedCall[]): readonly Life[] {
  const lives: Life[] = [];
  const counts = new Map<Operation, number>();
  for (const [index, { operation, wish }] of calls.entries()) {
    const kind = kindOf(operation);
    if (kind === undefined) continue;
    if (lifeAfter(operation) !== undefined && wish.kind === 'perform') {
      const nth = (counts.get(operation) ?? 0) + 1;
      counts.set(operation, nth);
      lives.push({ kind, creator: { operation, nth }, looks: [] });
    }
    if (wish.kind !== 'show') continue;
    const current = lives.findLast((life) => life.kind === kind);
    if (current === undefined) lives.push({ kind, looks: [index] });
    else current.looks.push(index);
  }
  return lives;
}

/** Data stores can be put into the simulator as they are wanted. */
function missing(
  { kind, looks: [first = 0] }: Life,
  calls: readonly WishedCall[],
): string | undefined {
  // A start without a good answer may have started something; the run will show it.
  const isTried = calls
    .slice(0, first)
    .some(({ operation }) => kindOf(operation) === kind && lifeAfter(operation));
  if (kind === 'datastore' || isTried) return undefined;
  return `The workflow looks at an ${kind} job that it has not started, and the simulator has no other.`;
}

function statusOf(wish: Wish | undefined): string {
  return wish?.kind === 'show' ? wish.status : '';
}

/** The statuses that a resource leaves by itself, in order, those that come about only elsewhere last. */
function pendingOf({ kind, creator }: Life): readonly string[] {
  const own = (creator && lifeAfter(creator.operation))?.slice(0, -1) ?? [];
  const known = healthLakeKnowledge[describers[kind]]?.status?.pending ?? [];
  return [...new Set([...own, ...known])];
}

const describers: Readonly<Record<ResourceKind, Operation>> = {
  datastore: 'DescribeFHIRDatastore',
  export: 'DescribeFHIRExportJob',
  import: 'DescribeFHIRImportJob',
};

function contradictionIn(statuses: readonly string[], life: Life): string | undefined {
  const pending = pendingOf(life);
  let end: string | undefined;
  for (const status of statuses) {
    if (end !== undefined && status !== end)
      return `What is ${end} is never ${status} after it.`;
    if (!pending.includes(status)) end = status;
  }
  return end === undefined || /^[A-Z][\dA-Z_]*$/u.test(end)
    ? undefined
    : `Nothing in HealthLake has the status "${end}".`;
}

function sortPending(life: Life, calls: readonly WishedCall[], wishes: Wish[]): void {
  const pending = pendingOf(life);
  const rank = (wish: Wish): number => pending.indexOf(statusOf(wish));
  let group: number[] = [];
  const sortGroup = (): void => {
    const sorted = group
      .map((index) => wishes[index])
      .filter((wish) => wish !== undefined)
      .toSorted((left, right) => rank(left) - rank(right));
    for (const [place, index] of group.entries())
      wishes[index] = sorted[place] ?? { kind: 'perform' };
    group = [];
  };
  for (const index of life.looks) {
    const [first = index] = group;
    const isPending = pending.includes(statusOf(wishes[index]));
    if (!isPending || calls[index]?.leadsTo !== calls[first]?.leadsTo) sortGroup();
    if (isPending) group.push(index);
  }
  sortGroup();
}

function faultsOf(statuses: readonly string[], life: Life): readonly OutcomeFault[] {
  const { creator } = life;
  if (creator === undefined) return [];
  const { operation, nth } = creator;
  const pending = pendingOf(life);
  const end = statuses.find((status) => !pending.includes(status));
  const isUsual = end === undefined || end === lifeAfter(operation)?.at(-1);
  const outcome = isUsual && statuses.includes('QUEUED') ? 'queued' : end;
  if (outcome === undefined || (isUsual && outcome !== 'queued')) return [];
  return [{ kind: 'outcome', operations: [operation], from: nth, to: nth, outcome }];
}
