import { itemsOfStart } from '../coverage/items.ts';
import type { Graph, GraphEdge, GraphNode, GraphStart } from './graph.ts';
import { outermost } from './place.ts';
import { shortestWays, toTrail } from './trail.ts';
import type { Trail } from './trail.ts';
import { waysToEnd } from './ways-to-end.ts';
import type { WaysToEnd } from './ways-to-end.ts';

/**
 * A small set of trails that goes through everything in a graph that can be gone through: each
 * transition, each case that matters of its own, each criterion in both ways. The first one goes as
 * far as it can before it ends; each other goes the shortest way to something new.
 *
 * @yields the next trail, which is made when it is asked for
 */
export function* coveringTrails(graph: Graph): Generator<Trail> {
  const ways = shortestWays(graph.starts);
  const toEnd = waysToEnd(graph.nodes.values());
  const covered = new Set<string>();
  const isNew = (edge: GraphEdge): boolean =>
    edge.items.some((item) => !covered.has(item));
  const marked = new Set<GraphNode>();
  const mark = (edges: readonly GraphEdge[]): void => {
    for (const edge of edges) for (const item of edge.items) covered.add(item);
  };
  const markWayTo = (node: GraphNode): void => {
    for (let at = node; !marked.has(at);) {
      marked.add(at);
      const edge = ways.lastEdge(at);
      if (edge === undefined) return;
      mark([edge]);
      at = edge.from;
    }
  };
  const follow = (
    start: GraphStart,
    fork: GraphNode,
    first: readonly GraphEdge[],
  ): Trail => {
    const tail = [...first];
    mark(tail);
    goOn({ tail, at: tail.at(-1)?.to ?? fork, isNew, mark, toEnd });
    return toTrail(ways, start, fork, tail);
  };
  for (const [index, start] of graph.starts.entries()) {
    const items = itemsOfStart(start);
    if (index > 0 && items.every((item) => covered.has(item))) continue;
    for (const item of items) covered.add(item);
    yield follow(start, start.node, []);
  }
  for (const node of graph.nodes.values()) {
    const start = ways.startOf(node);
    if (start === undefined) continue;
    for (const edge of node.edges) {
      if (!isNew(edge)) continue;
      markWayTo(node);
      yield follow(start, node, [edge]);
    }
  }
}

interface Going {
  /** Grows. */
  readonly tail: GraphEdge[];
  readonly at: GraphNode;
  readonly isNew: (edge: GraphEdge) => boolean;
  readonly mark: (edges: readonly GraphEdge[]) => void;
  readonly toEnd: WaysToEnd;
}

/** Goes on to an end, through what is new and does not keep the workflow from being completed. */
function goOn(going: Going): void {
  const { tail, at, isNew, mark, toEnd } = going;
  let node = at;
  while (true) {
    const hopeful = node.edges.filter((each) => toEnd.isHopeful(each.to) && isNew(each));
    const edge = hopeful.find(staysInStep) ?? hopeful[0] ?? toEnd.next(node);
    if (edge === undefined) break;
    tail.push(edge);
    mark([edge]);
    node = edge.to;
  }
  if (node.edges.length > 0) goRound(going, node);
}

/** Where nothing leads to an end: goes on through what is new, until it comes to where it was. */
function goRound({ tail, isNew, mark }: Going, from: GraphNode): void {
  const entered = new Set<GraphNode>();
  for (let node = from; !entered.has(node);) {
    entered.add(node);
    // A path on which nothing happens says nothing.
    const edge =
      node.edges.find(isNew) ?? (tail.length === 0 ? node.edges[0] : undefined);
    if (edge === undefined) return;
    tail.push(edge);
    mark([edge]);
    node = edge.to;
  }
}

/** What leads back to the same step goes first: afterwards there is no way back. */
function staysInStep({ from, to }: GraphEdge): boolean {
  return outermost(from.place) === outermost(to.place);
}
