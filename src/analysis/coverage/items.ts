import type { CaseKind } from '../cases/case.ts';
import type { GraphEdge, GraphStart } from '../paths/graph.ts';

/** Kinds of cases that each deserve a path, also where another case takes the same transition. */
const ownPath: ReadonlySet<CaseKind> = new Set<CaseKind>([
  'action',
  'next',
  'status',
  'output',
  'called',
  'given',
]);

/** Whether a case deserves a path of its own. */
export function hasOwnPath({ kind }: { readonly kind: CaseKind }): boolean {
  return ownPath.has(kind);
}

/** What an edge consists of, as far as it counts. */
type GoneThrough = Pick<GraphEdge, 'from' | 'transitions' | 'criteria' | 'exhausts'> & {
  readonly ending: GraphEdge['ending'] | undefined;
};

/** Everything that a path goes through with an edge, by names that are unique in the workflow. */
export function itemsOfEdge({
  from,
  ending,
  transitions,
  criteria,
  exhausts,
}: GoneThrough): readonly string[] {
  return [
    ...exhausts.map(({ action }) => `exhausted ${from.place} ${action}`),
    ...transitions.map(transitionItem),
    ...(ending !== undefined && hasOwnPath(ending)
      ? [`case ${from.place} ${ending.name}`]
      : []),
    ...criteria.map(({ id, held }) => criterionItem(id, held)),
  ];
}

/** The transitions that are taken when a run begins, and what it is given. */
export function itemsOfStart({ inputs, transitions }: GraphStart): readonly string[] {
  return [`inputs ${inputs.name}`, ...transitions.map(transitionItem)];
}

export function transitionItem({ id }: { readonly id: string }): string {
  return `transition ${id}`;
}

export function criterionItem(id: string, held: boolean): string {
  return `criterion ${id} ${held}`;
}
