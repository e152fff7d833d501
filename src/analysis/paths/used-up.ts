import type { GraphEdge } from './graph.ts';

/** Edges that are gone through once or several times in a row. */
export interface Stretch {
  readonly edges: readonly GraphEdge[];
  readonly times: number;
}

/**
 * What really happens on a trail: retries that it takes once and that have to be used up are taken as
 * often as their limit says. An exploration does not do so, because it would find nothing new.
 */
export function useUpRetries(edges: readonly GraphEdge[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let done = 0;
  for (const [index, edge] of edges.entries()) {
    for (const { action, limit } of edge.exhausts) {
      const first = lastTaken(edges.slice(0, index), action);
      if (first === undefined || first < done) continue;
      if (first > done) stretches.push({ edges: edges.slice(done, first), times: 1 });
      stretches.push({ edges: edges.slice(first, index), times: limit });
      done = index;
    }
  }
  if (done < edges.length) stretches.push({ edges: edges.slice(done), times: 1 });
  return stretches;
}

/** The index of the last edge that takes a retry. */
function lastTaken(edges: readonly GraphEdge[], action: string): number | undefined {
  const index = edges.findLastIndex(({ transitions: [first] }) => {
    const guard = first?.config.guard;
    return guard?.type === action && 'params' in guard && 'retryLimit' in guard.params;
  });
  return index < 0 ? undefined : index;
}
