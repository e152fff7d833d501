import type { WorkflowConfig } from '../../arazzo-import/compile/config.ts';
import type { Exploration } from './exploration.ts';
import type { Graph, GraphEdge } from './graph.ts';
import type { PathEvent } from './path.ts';
import type { Trail } from './trail.ts';
import { useUpRetries } from './used-up.ts';

/**
 * Leaves out trails on which so many retries are used up that the limit of calls would end a run before.
 *
 * @yields the others
 */
export function* runnableTrails(
  { environment, cuts }: Exploration,
  graph: Graph,
  trails: Iterable<Trail>,
): Generator<Trail> {
  const most = maxStepsOf(environment.definition.config);
  const canRepeat = [...graph.nodes.values()].some(({ edges }) =>
    edges.some(({ exhausts, ending }) => exhausts.length > 0 || ending?.within),
  );
  for (const trail of trails) {
    if (canRepeat && callsOn(trail) > most)
      cuts.set('calls', `paths with more than ${most} calls are left out`);
    else yield trail;
  }
}

function maxStepsOf({ always = [] }: WorkflowConfig): number {
  const limits = always.map(({ guard }) =>
    guard?.type === 'stepLimitReached' && 'params' in guard && 'maxSteps' in guard.params
      ? guard.params.maxSteps
      : Infinity,
  );
  return limits[0] ?? Infinity;
}

function callsOn(trail: Trail): number {
  const stretches = useUpRetries(trail.edges());
  return stretches.reduce(
    (sum, { edges, times }) => sum + times * edges.reduce(addCalls, 0),
    0,
  );
}

function addCalls(sum: number, { ending, invoke }: GraphEdge): number {
  if (ending === undefined || 'limitOf' in invoke.input) return sum;
  return sum + 1 + callsIn(ending.within?.events ?? []);
}

const known = new WeakMap<readonly PathEvent[], number>();

/** Paths in which it is called share the events of a workflow. */
function callsIn(events: readonly PathEvent[]): number {
  const calls = known.get(events) ?? countCalls(events);
  known.set(events, calls);
  return calls;
}

function countCalls(events: readonly PathEvent[]): number {
  return events.reduce(
    (sum, event) =>
      event.type === 'call' ? sum + 1 + callsIn(event.within?.events ?? []) : sum,
    0,
  );
}
