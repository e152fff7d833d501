import type { ActionPlan, WorkflowPlan, WorkflowReference } from '../plan.ts';

/** All plans of an import, by key. */
export type Plans = ReadonlyMap<string, WorkflowPlan>;

/** The workflows that a plan names itself: those it calls, goes to or depends on. */
export function referencedWorkflows(plan: WorkflowPlan): readonly WorkflowReference[] {
  const { calls, gotos, helpers } = namedBy(plan);
  return [...plan.dependsOn, ...calls, ...gotos, ...helpers];
}

/** The workflows that the actions of a plan go to. */
function gotoTargets(plan: WorkflowPlan): readonly WorkflowReference[] {
  return namedBy(plan).gotos;
}

/** The workflows that the steps of a plan name, by how they do. */
interface NamedWorkflows {
  readonly calls: readonly WorkflowReference[];
  readonly gotos: readonly WorkflowReference[];
  readonly helpers: readonly WorkflowReference[];
}

const known = new WeakMap<WorkflowPlan, NamedWorkflows>();

/** Every import asks several times, of plans that may have thousands of steps. */
function namedBy(plan: WorkflowPlan): NamedWorkflows {
  const named = known.get(plan) ?? findNamed(plan);
  known.set(plan, named);
  return named;
}

function findNamed({ steps }: WorkflowPlan): NamedWorkflows {
  const calls: WorkflowReference[] = [];
  const gotos: WorkflowReference[] = [];
  const helpers: WorkflowReference[] = [];
  const look = (action: ActionPlan): void => {
    if (action.type === 'end') return;
    const [target, found] =
      action.type === 'goto' ? [action.target, gotos] : [action.helper, helpers];
    if (target?.kind === 'workflow') found.push(target.workflow);
  };
  for (const { call, onSuccess, onFailure } of steps) {
    if (call.kind === 'workflow') calls.push(call.workflow);
    onSuccess.forEach(look);
    onFailure.forEach(look);
  }
  return { calls, gotos, helpers };
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
