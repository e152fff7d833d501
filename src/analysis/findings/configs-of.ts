import type { WorkflowConfig } from '../../arazzo-import/compile/config.ts';
import { referencedWorkflows } from '../../arazzo-import/compile/reachable-workflows.ts';
import type { ImportedWorkflow } from '../../arazzo-import/import-document.ts';

/**
 * The configs of the workflows of a document, by key. One that others get to is taken from the config of
 * one of them, which carries it: to compile each with everything it gets to would take very long.
 */
export function configsOf(
  workflows: readonly ImportedWorkflow[],
): ReadonlyMap<string, WorkflowConfig> {
  const called = new Set(
    workflows.flatMap(({ plan }) =>
      referencedWorkflows(plan).flatMap(({ key }) => (key === plan.key ? [] : key)),
    ),
  );
  const isCalled = ({ plan }: ImportedWorkflow): boolean => called.has(plan.key);
  const configs = new Map<string, WorkflowConfig>();
  for (const workflow of [...workflows].toSorted(
    (left, right) => Number(isCalled(left)) - Number(isCalled(right)),
  )) {
    if (configs.has(workflow.plan.key)) continue;
    const { config, plan } = workflow;
    configs.set(plan.key, config);
    for (const [key, carried] of Object.entries(config.meta.workflows ?? {}))
      if (!configs.has(key)) configs.set(key, carried);
  }
  return configs;
}
