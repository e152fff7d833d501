import { reach } from '../graph/reach.ts';
import type { Edge } from '../graph/workflow-graph.ts';
import type { ActionView, Finding, StepView, WorkflowView } from '../view.ts';

/** A workflow that goes to itself again and again, because nothing else ends it but a failure. */
export function findRestarts(view: WorkflowView): readonly Finding[] {
  const { graph, steps } = view;
  const reached = reach(graph, graph.initial);
  const run = steps.filter(({ key }) => reached.has(key));
  const restarts = run.flatMap((step) => restartsOf(view, step));
  const [first] = restarts;
  if (first === undefined) return [];
  const names = new Set(restarts.map(({ step, name }) => `${step.key} ${name}`));
  const isWayOut = ({ from, to, outcome, action }: Edge): boolean =>
    !view.stepAt.has(to) &&
    !names.has(`${from} ${action ?? ''}`) &&
    (outcome === 'success' || (outcome === 'failure' && action !== undefined));
  const edges = run.flatMap(({ key }) => graph.edgesFrom.get(key) ?? []);
  return edges.some(isWayOut) ? [] : [endless(view, first)];
}

interface Restart {
  readonly step: StepView;
  readonly name: string;
  readonly path: string;
}

/** The actions with which a workflow begins again. */
function restartsOf({ plan }: WorkflowView, step: StepView): readonly Restart[] {
  const isRestart = ({ action }: ActionView): boolean =>
    action.type === 'goto' &&
    action.target.kind === 'workflow' &&
    action.target.workflow.key === plan.key;
  return [...step.onSuccess, ...step.onFailure]
    .filter(isRestart)
    .map(({ action: { name }, path }) => ({ step, name, path }));
}

function endless({ plan }: WorkflowView, { step, name, path }: Restart): Finding {
  return {
    code: 'ENDLESS_LOOP',
    severity: 'warning',
    path,
    message: `Workflow "${plan.workflowId}" begins again for ever: the action "${name}" of step "${step.step.stepId}" goes to it, and only a failure ends it.`,
    hint: 'Add an action that ends, with criteria that say when.',
  };
}
