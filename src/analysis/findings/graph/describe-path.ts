import type { WorkflowView } from '../view.ts';
import type { Edge } from './workflow-graph.ts';

/** How many steps of a path are shown. */
const shown = 4;

/** A way through a workflow as people read it: `… → createPet 409 → listPets`. */
export function describePath(view: WorkflowView, way: readonly Edge[]): string {
  const stops = way.filter(({ from }) => view.graph.stepOf.has(from));
  const last = way.at(-1)?.to;
  return [
    ...(stops.length > shown ? ['…'] : []),
    ...stops.slice(-shown).map((edge) => describeStop(view, edge)),
    ...(last === undefined ? [] : [view.graph.stepOf.get(last) ?? last]),
  ].join(' → ');
}

function describeStop({ graph, stepAt }: WorkflowView, edge: Edge): string {
  const stepId = graph.stepOf.get(edge.from) ?? edge.from;
  if (edge.action === undefined) return stepId;
  const step = stepAt.get(edge.from);
  const action = [...(step?.onSuccess ?? []), ...(step?.onFailure ?? [])].find(
    (each) => each.action.name === edge.action && each.on === edge.outcome,
  );
  const codes = (action?.criteria ?? []).flatMap(({ reading }) =>
    reading.demands.flatMap(({ subject, isClosed, literals }) =>
      subject.kind === 'status' && isClosed && literals.length === 1 ? literals : [],
    ),
  );
  const [code] = codes;
  return code === undefined ? `${stepId} (${edge.action})` : `${stepId} ${String(code)}`;
}
