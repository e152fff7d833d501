import type { WorkflowPlan } from '../plan.ts';
import type { LinkedPlan } from './link-workflows.ts';

type Linked = ReadonlyMap<string, LinkedPlan>;

/**
 * Reports workflows that depend on each other in a circle (A-WF-12), which could never begin, and
 * gives you the plans without these dependencies; and workflows that call each other in a circle
 * (A-STEP-19), which end by the limit of depth if nothing else ends them.
 */
export function reportCycles(linked: Linked): Linked {
  for (const each of linked.values()) {
    const way = findWay(linked, each.plan.key, calledKeys);
    if (way !== undefined) reportRecursion(each, way);
  }
  return new Map(
    [...linked].map(([key, each]) => {
      const way = findWay(linked, key, dependencyKeys);
      if (way === undefined) return [key, each];
      reportCycle(each, way);
      return [key, { ...each, plan: { ...each.plan, dependsOn: [] } }];
    }),
  );
}

function dependencyKeys({ dependsOn }: WorkflowPlan): readonly string[] {
  return dependsOn.map(({ key }) => key);
}

function calledKeys({ steps }: WorkflowPlan): readonly string[] {
  return steps.flatMap(({ call }) =>
    call.kind === 'workflow' ? [call.workflow.key] : [],
  );
}

/** The shortest way from a workflow back to itself. */
function findWay(
  linked: Linked,
  start: string,
  next: (plan: WorkflowPlan) => readonly string[],
): readonly string[] | undefined {
  const before = new Map<string, string>();
  const open = [start];
  for (const from of open) {
    const plan = linked.get(from)?.plan;
    for (const key of plan === undefined ? [] : next(plan)) {
      if (key === start) return [...wayTo(from, before), key];
      if (before.has(key)) continue;
      before.set(key, from);
      open.push(key);
    }
  }
  return undefined;
}

function wayTo(end: string, before: ReadonlyMap<string, string>): readonly string[] {
  const way = [];
  for (let key: string | undefined = end; key !== undefined; key = before.get(key))
    way.push(key);
  return way.toReversed();
}

const shownWorkflows = 12;

/** A circle of thousands would be a message of thousands of names, for each of them. */
function showWay(way: readonly string[]): string {
  if (way.length <= shownWorkflows) return way.join(' → ');
  const hidden = way.length - shownWorkflows;
  const first = way.slice(0, shownWorkflows / 2);
  return [...first, `(${hidden} more)`, ...way.slice(-shownWorkflows / 2)].join(' → ');
}

function reportCycle({ unit, workflow }: LinkedPlan, way: readonly string[]): void {
  unit.report({
    code: 'DEPENDENCY_CYCLE',
    path: `${workflow.path}/dependsOn`,
    message: `Workflow "${workflow.workflowId}" depends on itself: ${showWay(way)}.`,
    hint: 'Remove one of the dependencies.',
  });
}

function reportRecursion({ unit, workflow }: LinkedPlan, way: readonly string[]): void {
  unit.report({
    code: 'RECURSIVE_WORKFLOW',
    severity: 'warning',
    path: workflow.path,
    message: `Workflow "${workflow.workflowId}" calls itself: ${showWay(way)}.`,
    hint: 'Make sure that something ends it; a run stops at 32 workflows within each other.',
  });
}
