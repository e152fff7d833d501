import type { WorkflowView } from '../view.ts';
import type { Edge } from './workflow-graph.ts';

/** How many steps of a path are shown. */
const shown = 4;

/** A way through a workflow as people read it: `… → createPet 409 → listPets`. */
export function describePath(view: WorkflowView, way: readonly Edge[]): string {
  const stops = way.flatMap((edge) => describeStop(view, edge) ?? []);
  const last = way.at(-1)?.to;
  const end = last === undefined ? [] : [view.graph.stepOf.get(last) ?? last];
  const cut = stops.length > shown ? ['…', ...stops.slice(-shown)] : stops;
  return [...cut, ...end].join(' → ');
}

function describeStop({ graph, steps }: WorkflowView, edge: Edge): string | undefined {
  const stepId = graph.stepOf.get(edge.from);
  if (stepId === undefined || edge.action === undefined) return stepId;
  const step = steps.find(({ key }) => key === edge.from);
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
