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
  const seen = new Set<string>();
  const ways: (readonly string[])[] = [[start]];
  for (const way of ways) {
    const plan = linked.get(way.at(-1) ?? '')?.plan;
    for (const key of plan === undefined ? [] : next(plan)) {
      if (key === start) return [...way, key];
      if (seen.has(key)) continue;
      seen.add(key);
      ways.push([...way, key]);
    }
  }
  return undefined;
}

function reportCycle({ unit, workflow }: LinkedPlan, way: readonly string[]): void {
  unit.report({
    code: 'DEPENDENCY_CYCLE',
    path: `${workflow.path}/dependsOn`,
    message: `Workflow "${workflow.workflowId}" depends on itself: ${way.join(' → ')}.`,
    hint: 'Remove one of the dependencies.',
  });
}

function reportRecursion({ unit, workflow }: LinkedPlan, way: readonly string[]): void {
  unit.report({
    code: 'RECURSIVE_WORKFLOW',
    severity: 'warning',
    path: workflow.path,
    message: `Workflow "${workflow.workflowId}" calls itself: ${way.join(' → ')}.`,
    hint: 'Make sure that something ends it; a run stops at 32 workflows within each other.',
  });
}
