import type { ActionPlan, RetryPlan, WorkflowPlan, WorkflowReference } from '../plan.ts';

/** All plans of an import, by key. */
export type Plans = ReadonlyMap<string, WorkflowPlan>;

/** The workflows that a plan names itself: those it calls, goes to or depends on. */
export function referencedWorkflows(plan: WorkflowPlan): readonly WorkflowReference[] {
  return [
    ...plan.dependsOn,
    ...plan.steps.flatMap(({ call }) => (call.kind === 'workflow' ? call.workflow : [])),
    ...gotoTargets(plan),
    ...targetsIn(plan, (action) => (action.type === 'retry' ? action.helper : undefined)),
  ];
}

/** The workflows that the actions of a plan go to. */
function gotoTargets(plan: WorkflowPlan): readonly WorkflowReference[] {
  return targetsIn(plan, (action) =>
    action.type === 'goto' ? action.target : undefined,
  );
}

/** Loops, because every import asks several times, and most documents have none. */
function targetsIn(
  { steps }: WorkflowPlan,
  targetOf: (action: ActionPlan) => RetryPlan['helper'],
): readonly WorkflowReference[] {
  const found: WorkflowReference[] = [];
  for (const { onSuccess, onFailure } of steps) {
    for (const actions of [onSuccess, onFailure]) {
      for (const action of actions) {
        const target = targetOf(action);
        if (target?.kind === 'workflow') found.push(target.workflow);
      }
    }
  }
  return found;
}

/** Every workflow that a run of this one can get to, itself only when it comes back. */
export function reachableWorkflows(
  plan: WorkflowPlan,
  plans: Plans,
): readonly WorkflowReference[] {
  return follow(referencedWorkflows(plan), plans, referencedWorkflows);
}

/** The workflows that may stand in for a called one, because it goes on as another. */
export function gotoClosure(
  start: readonly WorkflowReference[],
  plans: Plans,
): readonly WorkflowReference[] {
  const targets = start.flatMap(({ key }) => {
    const plan = plans.get(key);
    return plan === undefined ? [] : gotoTargets(plan);
  });
  return follow(targets, plans, gotoTargets);
}

/** The workflows that the actions of a plan go to, each once. */
export function ownGotoTargets(plan: WorkflowPlan): readonly WorkflowReference[] {
  return follow(gotoTargets(plan), new Map(), gotoTargets);
}

/** The workflows that the actions of a plan go to, and those that they go to. */
export function ownGotoClosure(
  plan: WorkflowPlan,
  plans: Plans,
): readonly WorkflowReference[] {
  return follow(gotoTargets(plan), plans, gotoTargets);
}

function follow(
  start: readonly WorkflowReference[],
  plans: Plans,
  next: (plan: WorkflowPlan) => readonly WorkflowReference[],
): readonly WorkflowReference[] {
  const found = new Map<string, WorkflowReference>();
  const open = [...start];
  for (const reference of open) {
    if (found.has(reference.key)) continue;
    found.set(reference.key, reference);
    const plan = plans.get(reference.key);
    if (plan !== undefined) open.push(...next(plan));
  }
  return [...found.values()];
}
