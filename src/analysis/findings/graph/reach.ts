import type { Edge, WorkflowGraph } from './workflow-graph.ts';

/** Every state that can be reached, with the edge by which it is reached first. */
export type Reached = ReadonlyMap<string, Edge | undefined>;

/** Goes from a state along all edges that are allowed, the nearest first. */
export function reach(
  { edgesFrom }: Pick<WorkflowGraph, 'edgesFrom'>,
  start: string,
  isAllowed: (edge: Edge) => boolean = () => true,
): Reached {
  const reached = new Map<string, Edge | undefined>([[start, undefined]]);
  for (const key of reached.keys())
    for (const edge of edgesFrom.get(key) ?? [])
      if (!reached.has(edge.to) && isAllowed(edge)) reached.set(edge.to, edge);
  return reached;
}

/** The edges that lead to a state that was reached. */
export function pathTo(reached: Reached, key: string): readonly Edge[] {
  const path: Edge[] = [];
  for (let edge = reached.get(key); edge !== undefined; edge = reached.get(edge.from))
    path.push(edge);
  return path.toReversed();
}
