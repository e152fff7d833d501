import { referencesOf } from '../../../expressions/index.ts';
import { reach } from '../graph/reach.ts';
import type { Edge } from '../graph/workflow-graph.ts';
import { programsOf } from '../view.ts';
import type { ActionView, StepView, WorkflowView } from '../view.ts';

/**
 * Whether a step has been answered as promised on every way to a state: it has succeeded, or a failure
 * action has been taken that finds something in the body of a good answer. Its outputs are there then.
 */
export function isAlwaysAnswered(
  { graph }: WorkflowView,
  source: StepView,
  key: string,
): boolean {
  const answered = new Set(
    source.onFailure.filter(looksIntoGoodAnswer).map(({ action }) => action.name),
  );
  if (answered.size === 0) return false;
  const leavesOutputs = ({ from, outcome, action = '' }: Edge): boolean =>
    from === source.key &&
    (outcome === 'success' || (outcome === 'failure' && answered.has(action)));
  const around = reach(graph, graph.initial, (edge) => !leavesOutputs(edge));
  return !around.has(key);
}

const goodStatuses = [200, 201, 202, 203, 206];

function looksIntoGoodAnswer({ criteria }: ActionView): boolean {
  const statuses = criteria
    .flatMap(({ reading }) => reading.demands)
    .filter(({ subject }) => subject.kind === 'status');
  return (
    goodStatuses.some((status) => statuses.every(({ accepts }) => accepts(status))) &&
    programsOf(criteria)
      .flatMap((program) => referencesOf(program))
      .some((each) => each.kind === 'response' && each.part === 'body')
  );
}
