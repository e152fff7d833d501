import type { WorkflowConfig } from '../../arazzo-import/compile/config.ts';
import type { Exploration } from './exploration.ts';
import type { GraphEdge, GraphNode } from './graph.ts';
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
  trails: Iterable<Trail>,
): Generator<Trail> {
  const most = maxStepsOf(environment.definition.config);
  const wayTo = createMemory();
  for (const trail of trails) {
    if (hasMoreCalls(trail, wayTo(trail), most))
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

/** What is known of the shortest way to a state. */
interface Way {
  readonly calls: number;
  /** How often it is repeated at most, all retries together that are used up on it. */
  readonly repeats: number;
}

/** Gives you what tells of the shortest ways to the states of trails; each is gone once. */
function createMemory(): (trail: Trail) => Way {
  const known = new Map<GraphNode, Way>();
  return ({ start, fork, ways }) => {
    const open: GraphEdge[] = [];
    let node = fork;
    while (node !== start.node && !known.has(node)) {
      const edge = ways.lastEdge(node);
      if (edge === undefined) break;
      open.push(edge);
      node = edge.from;
    }
    let way = known.get(node) ?? { calls: 0, repeats: 0 };
    for (const edge of open.toReversed()) {
      way = goOn(way, edge);
      known.set(edge.to, way);
    }
    return way;
  };
}

function goOn({ calls, repeats }: Way, edge: GraphEdge): Way {
  const limits = edge.exhausts.reduce((sum, { limit }) => sum + limit, 0);
  return { calls: addCalls(calls, edge), repeats: repeats + limits };
}

/** Whether there are more calls on a trail. They are only counted where there may be. */
function hasMoreCalls(trail: Trail, way: Way, most: number): boolean {
  const { calls, repeats } = trail.tail.reduce(goOn, way);
  if (repeats === 0 || calls * (1 + repeats) <= most) return calls > most;
  const counted = useUpRetries(trail.edges()).reduce(
    (sum, { edges, times }) => sum + times * edges.reduce(addCalls, 0),
    0,
  );
  return counted > most;
}

function addCalls(sum: number, { ending, invoke }: GraphEdge): number {
  if (ending === undefined || 'limitOf' in invoke.input) return sum;
  return sum + 1 + (ending.within === undefined ? 0 : callsIn(ending.within.events));
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
      event.type === 'call'
        ? sum + 1 + (event.within === undefined ? 0 : callsIn(event.within.events))
        : sum,
    0,
  );
}
