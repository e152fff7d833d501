import type { GraphEdge, GraphNode, GraphStart } from './graph.ts';

/** A path as edges of a graph. Made of what many share, so that a thousand long ones are cheap. */
export interface Trail {
  readonly start: GraphStart;
  /** The state up to which it is the shortest way from a start. */
  readonly fork: GraphNode;
  /** What follows. */
  readonly tail: readonly GraphEdge[];
  readonly end: GraphNode;
  readonly ways: ShortestWays;
  /** All of it, from the start. */
  readonly edges: () => readonly GraphEdge[];
}

/** The shortest ways from the starts of a graph to its states. */
export interface ShortestWays {
  readonly startOf: (node: GraphNode) => GraphStart | undefined;
  /** The last edge of the way to a state; none at a start. */
  readonly lastEdge: (node: GraphNode) => GraphEdge | undefined;
  readonly edgesTo: (node: GraphNode) => readonly GraphEdge[];
}

/** Finds the shortest way to each state, from the first start that leads there. */
export function shortestWays(starts: readonly GraphStart[]): ShortestWays {
  const last = new Map<GraphNode, GraphEdge | undefined>();
  const startOf = new Map<GraphNode, GraphStart>();
  for (const start of starts) {
    if (last.has(start.node)) continue;
    last.set(start.node, undefined);
    startOf.set(start.node, start);
    const queue = [start.node];
    // It grows while it is read.
    for (const node of queue)
      for (const edge of node.edges) {
        if (last.has(edge.to)) continue;
        last.set(edge.to, edge);
        startOf.set(edge.to, start);
        queue.push(edge.to);
      }
  }
  const lastEdge = (node: GraphNode): GraphEdge | undefined => last.get(node);
  return {
    startOf: (node) => startOf.get(node),
    lastEdge,
    edgesTo: (node) => {
      const edges: GraphEdge[] = [];
      for (let edge = lastEdge(node); edge !== undefined; edge = lastEdge(edge.from))
        edges.push(edge);
      return edges.toReversed();
    },
  };
}

/** Makes a trail of the shortest way to a state and what follows it. */
export function toTrail(
  ways: ShortestWays,
  start: GraphStart,
  fork: GraphNode,
  tail: readonly GraphEdge[],
): Trail {
  return {
    start,
    fork,
    tail,
    ways,
    end: tail.at(-1)?.to ?? fork,
    edges: () => (fork === start.node ? tail : [...ways.edgesTo(fork), ...tail]),
  };
}
