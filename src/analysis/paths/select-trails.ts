import { coveringTrails } from './covering-trails.ts';
import type { Graph, GraphEdge, GraphNode, GraphStart } from './graph.ts';
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

export interface SelectedTrails {
  readonly trails: readonly Trail[];
  /** Whether there are more than `maxPaths`. */
  readonly isCut: boolean;
}

/** Selects trails of a graph, at most `maxPaths` of them. */
export function selectTrails(
  graph: Graph,
  selection: PathSelection,
  maxPaths: number,
): SelectedTrails {
  const all =
    selection === 'covering'
      ? coveringTrails(graph)
      : selection === 'shortest'
        ? shortestTrails(graph)
        : take(simpleTrails(graph), maxPaths + 1);
  return { trails: all.slice(0, maxPaths), isCut: all.length > maxPaths };
}

function shortestTrails(graph: Graph): readonly Trail[] {
  const ways = shortestWays(graph.starts);
  const toEnd = waysToEnd(graph.nodes.values());
  const through = [...graph.nodes.values()].flatMap((node) => {
    const start = ways.startOf(node);
    if (start === undefined) return [];
    return node.edges.map((edge) => shortestThrough({ ways, toEnd }, start, edge));
  });
  const atOnce = graph.starts
    .filter(({ node }) => node.edges.length === 0)
    .map((start) => toTrail(ways, start, start.node, []));
  return [...withoutBeginnings(through), ...atOnce];
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

/** The shortest way through a case is often the shortest way through the one before it. */
function withoutBeginnings(trails: readonly Trail[]): readonly Trail[] {
  const onWay = new Set<GraphEdge>();
  const kept: Trail[] = [];
  for (const trail of trails) {
    const [edge] = trail.tail;
    if (edge !== undefined && onWay.has(edge)) continue;
    for (const each of trail.tail) onWay.add(each);
    kept.push(trail);
  }
  return kept;
}

/**
 * Every way that enters no state twice; depth first, so that there is always a next one.
 *
 * @yields a way from a start to an end
 */
function* simpleTrails({ starts }: Graph): Generator<Trail> {
  const ways = shortestWays(starts);
  for (const start of starts.filter(isFirstOfItsNode)) {
    const entered = new Set<GraphNode>([start.node]);
    const tail: GraphEdge[] = [];
    const stack = [start.node.edges.values()];
    if (start.node.edges.length === 0) yield toTrail(ways, start, start.node, []);
    while (stack.length > 0) {
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

function take<T>(values: Iterable<T>, count: number): readonly T[] {
  const taken: T[] = [];
  for (const value of values) {
    if (taken.length === count) break;
    taken.push(value);
  }
  return taken;
}
