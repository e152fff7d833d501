import type { GraphEdge } from './graph.ts';

/** Edges that are gone through once or several times in a row. */
export interface Stretch {
  readonly edges: readonly GraphEdge[];
  readonly times: number;
}

/** Edges that lead back to where they begin, and how often they are gone through. */
interface Round {
  readonly from: number;
  /** The index behind the last edge. */
  readonly to: number;
  readonly times: number;
}

/**
 * What really happens on a trail: retries that it takes once and that have to be used up are taken as
 * often as their limit says. An exploration does not do so, because it would find nothing new.
 */
export function useUpRetries(edges: readonly GraphEdge[]): readonly Stretch[] {
  const rounds = roundsOf(edges);
  const stretches: Stretch[] = [];
  let done = 0;
  for (const { from, to, times } of rounds) {
    if (from > done) stretches.push({ edges: edges.slice(done, from), times: 1 });
    stretches.push({ edges: edges.slice(from, to), times });
    done = to;
  }
  if (done < edges.length) stretches.push({ edges: edges.slice(done), times: 1 });
  return stretches;
}

function roundsOf(edges: readonly GraphEdge[]): readonly Round[] {
  const rounds = new Map<number, Round>();
  for (const [index, { exhausts }] of edges.entries())
    for (const { action, limit } of exhausts) {
      const from = edges.slice(0, index).findLastIndex((edge) => takes(edge, action));
      if (from < 0) continue;
      const place = edges[from]?.from.place;
      const back = edges.findIndex((edge, at) => at >= from && edge.to.place === place);
      rounds.set(from, { from, to: back + 1, times: limit });
    }
  return [...rounds.values()].toSorted((left, right) => left.from - right.from);
}

/** Whether an edge takes a retry. */
function takes({ transitions: [first] }: GraphEdge, action: string): boolean {
  const guard = first?.config.guard;
  return guard?.type === action && 'params' in guard && 'retryLimit' in guard.params;
}
