import { referencedWorkflows } from '../../../arazzo-import/compile/reachable-workflows.ts';
import type { WorkflowPlan } from '../../../arazzo-import/plan.ts';

/** Which workflows have to do with each other: one runs the other, or something runs both. */
export interface RelatedWorkflows {
  /** Whether a workflow may have run before another one, other than by a step of that which calls it. */
  readonly mayRunBefore: (first: WorkflowPlan, then: WorkflowPlan) => boolean;
}

/** The relations among the workflows of an import; looked for only when something asks. */
export function relatedWorkflows(plans: readonly WorkflowPlan[]): RelatedWorkflows {
  let links: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return {
    mayRunBefore: (first, then) => {
      links ??= linksAmong(plans);
      if (dependsOn(then, first)) return true;
      return isConnected(links, then.key, first.key);
    },
  };
}

function linksAmong(
  plans: readonly WorkflowPlan[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const links = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    const found = links.get(from);
    if (found === undefined) links.set(from, new Set([to]));
    else found.add(to);
  };
  for (const plan of plans)
    for (const { key } of referencedWorkflows(plan)) {
      add(plan.key, key);
      add(key, plan.key);
    }
  return links;
}

/** What a workflow or one of its steps waits for, or an action runs, is more than a call. */
function dependsOn(then: WorkflowPlan, { key }: WorkflowPlan): boolean {
  const calls = then.steps.filter(
    ({ call }) => call.kind === 'workflow' && call.workflow.key === key,
  ).length;
  const all = referencedWorkflows(then).filter((each) => each.key === key).length;
  const isNeeded = then.steps.some(({ needs = [] }) =>
    needs.some(({ workflow }) => workflow === key),
  );
  return isNeeded || all > calls;
}

/** Without the way that goes straight from one to the other. */
function isConnected(
  links: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
): boolean {
  const seen = new Set([from]);
  const pending = [from];
  for (let next = pending.pop(); next !== undefined; next = pending.pop())
    for (const key of links.get(next) ?? []) {
      if (key === to && next !== from) return true;
      if (seen.has(key) || key === to) continue;
      seen.add(key);
      pending.push(key);
    }
  return false;
}
