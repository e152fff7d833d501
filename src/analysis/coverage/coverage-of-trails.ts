import type { Exploration } from '../paths/exploration.ts';
import type { GraphEdge } from '../paths/graph.ts';
import { withOuterPlaces } from '../paths/place.ts';
import type { Trail } from '../paths/trail.ts';
import type { Coverage, Uncovered } from './coverage.ts';
import { itemsOfStart } from './items.ts';
import { measureCoverage } from './measure-coverage.ts';
import type { Gaps } from './counted.ts';

/** How much of a workflow trails go through. */
export function coverageOfTrails(
  { environment, index }: Exploration,
  gaps: Gaps,
  trails: readonly Trail[],
): { readonly coverage: Coverage; readonly uncovered: readonly Uncovered[] } {
  const items = new Set<string>();
  const places = new Set<string>();
  const enter = (place: string): void => {
    if (places.has(place)) return; // then those around it are there as well
    for (const each of withOuterPlaces(place)) places.add(each);
  };
  const seen = new Set<GraphEdge>();
  for (const { start } of trails) {
    for (const item of itemsOfStart(start)) items.add(item);
    for (const { from, to } of start.transitions) [from, to].forEach(enter);
    enter(start.node.place);
  }
  for (const edge of edgesOf(trails)) {
    if (seen.has(edge)) continue;
    seen.add(edge);
    for (const item of edge.items) items.add(item);
    for (const { from, to } of edge.transitions) [from, to].forEach(enter);
    enter(edge.to.place);
  }
  return measureCoverage({
    environment,
    index,
    items,
    places,
    gaps,
  });
}

/**
 * The edges of trails; what many begin with is gone through once.
 *
 * @yields each edge at least once
 */
function* edgesOf(trails: readonly Trail[]): Generator<GraphEdge> {
  const known = new Set<Trail['fork']>();
  for (const { start, fork, tail, ways } of trails) {
    yield* tail;
    for (let node = fork; node !== start.node && !known.has(node);) {
      known.add(node);
      const edge = ways.lastEdge(node);
      if (edge === undefined) break;
      yield edge;
      node = edge.from;
    }
  }
}
