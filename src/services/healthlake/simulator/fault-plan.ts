import type { Fault, OutcomeFault, RequestEffect, RequestFault } from './fault.ts';
import type { Operation } from './operation.ts';

/** What happens to one request. */
export interface Disturbance {
  /** By how many milliseconds on the clock the answer is late. */
  readonly delay: number;
  readonly effect?: Exclude<RequestEffect, 'slow'>;
}

/** Says when the faults are due. */
export interface FaultPlan {
  add(fault: Fault): void;
  /** Counts a request and says how it is disturbed. */
  disturb(operation: Operation): Disturbance;
  /** Counts a created resource and says in what it ends, when not as it should. */
  nextOutcome(operation: Operation): string | undefined;
}

/** A plan with its counters at zero. Of several effects that are due, the first one wins; delays add up. */
export function createFaultPlan(faults: readonly Fault[]): FaultPlan {
  const rules: Rule[] = faults.map((fault) => ({ fault, seen: 0 }));
  return {
    add: (fault) => rules.push({ fault, seen: 0 }),
    disturb: (operation) => combine(takeDue(rules, 'request', operation)),
    nextOutcome: (operation) => takeDue(rules, 'outcome', operation)[0]?.outcome,
  };
}

interface Rule {
  readonly fault: Fault;
  seen: number;
}

interface FaultsByKind {
  readonly request: RequestFault;
  readonly outcome: OutcomeFault;
}

function takeDue<Kind extends Fault['kind']>(
  rules: readonly Rule[],
  kind: Kind,
  operation: Operation,
): readonly FaultsByKind[Kind][] {
  const due: FaultsByKind[Kind][] = [];
  for (const rule of rules) {
    const { fault } = rule;
    if (fault.kind !== kind || !fault.operations.includes(operation)) continue;
    rule.seen += 1;
    if (rule.seen >= fault.from && rule.seen <= fault.to) {
      due.push(fault as FaultsByKind[Kind]);
    }
  }
  return due;
}

function combine(faults: readonly RequestFault[]): Disturbance {
  const delay = faults.reduce((total, fault) => total + (fault.delay ?? 0), 0);
  for (const { effect } of faults) {
    if (effect !== 'slow') return { delay, effect };
  }
  return { delay };
}
