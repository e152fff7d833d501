import { coveringTrails } from './covering-trails.ts';
import type { Exploration } from './exploration.ts';
import type { Graph, GraphEdge, GraphNode, GraphStart } from './graph.ts';
import { runnableTrails } from './runnable-trails.ts';
import { shortestWays, toTrail } from './trail.ts';
import type { ShortestWays, Trail } from './trail.ts';
import { waysToEnd } from './ways-to-end.ts';
import type { WaysToEnd } from './ways-to-end.ts';

/**
 * Which paths:
 * - `covering`: a small set that goes through everything
 * - `shortest`: for each case of each call the shortest way through it
 * - `simple`: every way that enters no state twice
 */
export type PathSelection = 'covering' | 'shortest' | 'simple';

/** Edges that are looked at for simple paths, at most: where few lead to an end, that takes for ever. */
const maxLooks = 1_000_000;

export interface SelectedTrails {
  readonly trails: readonly Trail[];
  /** What was left out, in words. */
  readonly cuts: readonly string[];
}

/** Selects trails of a graph, at most `maxPaths` of them. */
export function selectTrails(
  exploration: Exploration,
  graph: Graph,
  { select, maxPaths }: { readonly select: PathSelection; readonly maxPaths: number },
): SelectedTrails {
  const looks = { left: maxLooks };
  const found =
    select === 'covering'
      ? coveringTrails(graph)
      : select === 'shortest'
        ? shortestTrails(graph)
        : simpleTrails(graph, looks);
  const all = take(runnableTrails(exploration, found), maxPaths + 1);
  const cuts = [
    ...(all.length > maxPaths ? [`there are more than ${maxPaths} paths`] : []),
    ...(looks.left === 0 ? ['there may be more paths: the search was given up'] : []),
  ];
  return { trails: all.slice(0, maxPaths), cuts };
}

/**
 * For each case the shortest way through it, which often is the shortest way through the one before it.
 *
 * @yields the next trail, which is made when it is asked for
 */
function* shortestTrails(graph: Graph): Generator<Trail> {
  const ways = shortestWays(graph.starts);
  const toEnd = waysToEnd(graph.nodes.values());
  const onWay = new Set<GraphEdge>();
  for (const node of graph.nodes.values()) {
    const start = ways.startOf(node);
    if (start === undefined) continue;
    for (const edge of node.edges) {
      if (onWay.has(edge)) continue;
      const trail = shortestThrough({ ways, toEnd }, start, edge);
      for (const each of trail.tail) onWay.add(each);
      yield trail;
    }
  }
  for (const start of graph.starts)
    if (start.node.edges.length === 0) yield toTrail(ways, start, start.node, []);
}

function shortestThrough(
  { ways, toEnd }: { readonly ways: ShortestWays; readonly toEnd: WaysToEnd },
  start: GraphStart,
  edge: GraphEdge,
): Trail {
  const tail = [edge];
  for (let next = toEnd.next(edge.to); next !== undefined; next = toEnd.next(next.to))
    tail.push(next);
  return toTrail(ways, start, edge.from, tail);
}

/**
 * Every way that enters no state twice; depth first, so that there is always a next one.
 *
 * @yields a way from a start to an end
 */
function* simpleTrails({ starts }: Graph, looks: { left: number }): Generator<Trail> {
  const ways = shortestWays(starts);
  for (const start of starts.filter(isFirstOfItsNode)) {
    const entered = new Set<GraphNode>([start.node]);
    const tail: GraphEdge[] = [];
    const stack = [start.node.edges.values()];
    if (start.node.edges.length === 0) yield toTrail(ways, start, start.node, []);
    while (stack.length > 0 && looks.left > 0) {
      looks.left -= 1;
      const { value: edge } = stack.at(-1)?.next() ?? {};
      if (edge === undefined) {
        stack.pop();
        const left = tail.pop();
        if (left !== undefined) entered.delete(left.to);
      } else if (!entered.has(edge.to)) {
        if (edge.to.edges.length === 0)
          yield toTrail(ways, start, start.node, [...tail, edge]);
        else {
          tail.push(edge);
          entered.add(edge.to);
          stack.push(edge.to.edges.values());
        }
      }
    }
  }
}

/** What begins in the same state goes the same ways. */
function isFirstOfItsNode(
  { node }: GraphStart,
  index: number,
  starts: readonly GraphStart[],
): boolean {
  return starts.findIndex((each) => each.node === node) === index;
}

/** The first of some values. */
export function take<T>(values: Iterable<T>, count: number): readonly T[] {
  const taken: T[] = [];
  for (const value of values) {
    if (taken.length === count) break;
    taken.push(value);
  }
  return taken;
}
