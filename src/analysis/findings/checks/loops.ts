import type { Component } from '../graph/components-of.ts';
import type { Edge } from '../graph/workflow-graph.ts';
import { stepsReadFor } from '../reads.ts';
import { transitionKindsOf } from '../transition-kinds-of.ts';
import { leadsBack } from '../view.ts';
import type { Finding, StepView, WorkflowView } from '../view.ts';

/** Loops that never end, or that nothing but luck ends. */
export function findLoops(view: WorkflowView): readonly Finding[] {
  const { components } = view;
  const places = new Map(view.steps.map(({ key }, index) => [key, index]));
  const waysBack = view.steps.flatMap((step) => findWayBack(view, step, places));
  const told = new Set(waysBack.map(({ component }) => component));
  return [
    ...[...new Set(components.values())].flatMap((component) =>
      findLoop(view, component, { places, isTold: told.has(component) }),
    ),
    ...waysBack.map(({ finding }) => finding),
  ];
}

interface LoopOptions {
  /** The steps in their order. */
  readonly places: ReadonlyMap<string, number>;
  /** That nothing limits it has been said of one of its actions. */
  readonly isTold: boolean;
}

function findLoop(
  view: WorkflowView,
  component: Component,
  { places, isTold }: LoopOptions,
): readonly Finding[] {
  const { graph } = view;
  const edges = [...component].flatMap((key) => graph.edgesFrom.get(key) ?? []);
  const inner = edges.filter(
    ({ to, isLimited }) => component.has(to) && isLimited !== true,
  );
  const steps = [...component]
    .flatMap((key) => view.stepAt.get(key) ?? [])
    .toSorted(
      (left, right) => (places.get(left.key) ?? 0) - (places.get(right.key) ?? 0),
    );
  const [first] = steps;
  if (inner.length === 0 || first === undefined) return [];
  if (!edges.some((edge) => isWayOut(edge, component)))
    return [endless(first, steps, inner)];
  return steps.length > 1 && !isTold && repeatsItself(steps)
    ? [unlimited(first, steps, inner)]
    : [];
}

/** Failing is no way out, unless the document says so. */
function isWayOut({ to, outcome, action }: Edge, component: Component): boolean {
  return (
    !component.has(to) &&
    (outcome === 'success' || (outcome === 'failure' && action !== undefined))
  );
}

function endless(
  first: StepView,
  steps: readonly StepView[],
  inner: readonly Edge[],
): Finding {
  const ids = steps.map(({ step }) => step.stepId);
  if (isForgetful(first, steps)) return forgetful(first);
  const isWhole = inner.some(({ outcome }) => outcome === 'success');
  const round =
    ids.length === 1
      ? `Step "${ids[0] ?? ''}" repeats itself`
      : `The steps ${[...ids, ids[0] ?? ''].join(' → ')} go round`;
  return {
    code: 'ENDLESS_LOOP',
    severity: 'warning',
    path: first.step.path,
    message: `${round} for ever: ${isWhole ? 'no success leads out' : 'nothing leads out'}, only a failure ends the workflow.`,
    hint: 'Add an action that goes on or ends, with criteria that say when.',
  };
}

/** A poll that says when to go on polling, and not when to stop. */
function isForgetful(first: StepView, { length }: readonly StepView[]): boolean {
  const isPicky = first.onSuccess.every(({ criteria }) => criteria.length > 0);
  return length === 1 && isPicky && transitionKindsOf(first).has('unmatched');
}

function forgetful({ step }: StepView): Finding {
  return {
    code: 'ENDLESS_LOOP',
    severity: 'warning',
    path: step.path,
    message: `Step "${step.stepId}" polls, but no action says when it is done: what does not repeat it fails the workflow.`,
    hint: 'Add an action that goes on or ends, with criteria that say when.',
  };
}

/** Every round sends the same: then it is a poll. What waits for messages or workflows does not hammer. */
function repeatsItself(steps: readonly StepView[]): boolean {
  const ids = new Set(steps.map(({ step }) => step.stepId));
  return steps.every(
    ({ step, plan, onSuccess, onFailure }) =>
      plan.call.kind === 'operation' &&
      ![...onSuccess, ...onFailure].some((action) => leadsBack(action, step.stepId)) &&
      !stepsReadFor(step).some((stepId) => ids.has(stepId)),
  );
}

/** Going round after a failure has mended what failed, as far as one can know. */
function unlimited(
  first: StepView,
  steps: readonly StepView[],
  inner: readonly Edge[],
): Finding {
  const ids = steps.map(({ step }) => step.stepId);
  const isRepair = inner.some(({ outcome }) => outcome === 'failure');
  return {
    code: 'UNLIMITED_LOOP',
    severity: isRepair ? 'info' : 'warning',
    path: first.step.path,
    message: `The steps ${[...ids, ids[0] ?? ''].join(' → ')} go round without a delay or a limit, and send the same in each round.`,
    hint: 'Only "type: retry" has a delay and a limit: "retryAfter", "retryLimit".',
  };
}

interface WayBack {
  readonly component: Component;
  readonly finding: Finding;
}

/** A failure action that goes back to a step from which the run comes here again. */
function findWayBack(
  { graph, components }: WorkflowView,
  { step, key: from, onFailure }: StepView,
  places: ReadonlyMap<string, number>,
): readonly WayBack[] {
  const component = components.get(from);
  return onFailure.flatMap(({ action, criteria, path, isInherited }) => {
    if (action.type !== 'goto' || action.target.kind !== 'step' || isInherited) return [];
    const { stepId } = action.target;
    const key = graph.keyOf.get(stepId) ?? '';
    const isBack = (places.get(key) ?? Infinity) < (places.get(from) ?? 0);
    if (!isBack || component?.has(key) !== true) return [];
    const finding: Finding = {
      code: 'UNLIMITED_LOOP',
      // With criteria it is about a failure that going back may mend.
      severity: criteria.length === 0 ? 'warning' : 'info',
      path,
      message: `As long as step "${step.stepId}" fails, its action "${action.name}" goes back to "${stepId}" and comes here again: nothing limits how often.`,
      hint: `Write "type: retry" with "stepId: ${stepId}", "retryAfter" and "retryLimit": it runs that step and then repeats this one.`,
    };
    return [{ component, finding }];
  });
}
