import type { GraphEdge, GraphNode } from './graph.ts';

/** The way from a state to an end of the workflow. */
export interface WaysToEnd {
  /** The next edge of the best way; none at an end, and where no end can be reached. */
  readonly next: (node: GraphNode) => GraphEdge | undefined;
  /** Whether the workflow can still be completed. */
  readonly isHopeful: (node: GraphNode) => boolean;
}

const ends = ['completed', 'goto', 'ended', 'failed'] as const;

/** Finds the best way to an end from each state: to be completed is better than to be short. */
export function waysToEnd(nodes: Iterable<GraphNode>): WaysToEnd {
  const all = [...nodes];
  const before = edgesInto(all);
  const next = new Map<GraphNode, GraphEdge | undefined>();
  const hopeful = new Set<GraphNode>();
  for (const status of ends) {
    const queue = all.filter((node) => endOf(node) === status);
    for (const node of queue) if (!next.has(node)) next.set(node, undefined);
    // It grows while it is read.
    for (const node of queue) {
      if (status === 'completed' || status === 'goto') hopeful.add(node);
      for (const edge of before.get(node) ?? []) {
        if (next.has(edge.from)) continue;
        next.set(edge.from, edge);
        queue.push(edge.from);
      }
    }
  }
  return { next: (node) => next.get(node), isHopeful: (node) => hopeful.has(node) };
}

/** How the workflow has ended in a state; `undefined` while it goes on. */
export function endOf({ snapshot }: GraphNode): (typeof ends)[number] | undefined {
  if (snapshot.status !== 'done') return undefined;
  const { status } = snapshot.output as { readonly status: (typeof ends)[number] };
  return status;
}

function edgesInto(
  nodes: readonly GraphNode[],
): ReadonlyMap<GraphNode, readonly GraphEdge[]> {
  const into = new Map<GraphNode, GraphEdge[]>();
  for (const node of nodes)
    for (const edge of node.edges) {
      const list = into.get(edge.to) ?? [];
      list.push(edge);
      into.set(edge.to, list);
    }
  return into;
}
