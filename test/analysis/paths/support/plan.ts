import { expect } from 'vitest';
import { importArazzo } from '../../../../src/index.ts';
import type { ImportOptions, LoadedWorkflow } from '../../../../src/index.ts';
import { planPaths, runPaths } from '../../../../src/testing/index.ts';
import type {
  PathOptions,
  PathPlan,
  WorkflowReport,
} from '../../../../src/testing/index.ts';
import { documentText } from '../../../machines/support/document-text.ts';
import type { WorkflowFields } from '../../../machines/support/document-text.ts';

/** What the paths of a test are made of. */
export interface PlanSetup extends PathOptions {
  readonly document?: Readonly<Record<string, unknown>>;
  readonly imports?: ImportOptions;
}

/** The first workflow of a document without errors. */
export async function load(
  workflows: readonly WorkflowFields[],
  { document, imports = {} }: PlanSetup = {},
): Promise<LoadedWorkflow> {
  const arazzo = await importArazzo(documentText(workflows, document), imports);
  expect(arazzo.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return arazzo.workflow();
}

/** The paths of the first workflow of a document, all of which are run and must pass. */
export async function planned(
  workflows: readonly WorkflowFields[],
  setup: PlanSetup = {},
): Promise<
  PathPlan & { readonly names: readonly string[]; readonly report: WorkflowReport }
> {
  const workflow = await load(workflows, setup);
  const plan = planPaths(workflow, setup);
  const report = await runPaths(workflow, plan);
  expect(
    report.paths.flatMap(({ name, problems }) => problems.map((each) => [name, each])),
  ).toEqual([]);
  if (setup.select === undefined) expect(report.coverage).toEqual(plan.coverage);
  return { ...plan, names: plan.paths.map(({ name }) => name), report };
}

/** A document of one workflow. */
export function one(
  steps: WorkflowFields['steps'],
  more: Readonly<Record<string, unknown>> = {},
): readonly WorkflowFields[] {
  return [{ workflowId: 'test', ...more, steps }];
}

/** A workflow that only calls one operation. */
export function calling(
  workflowId: string,
  stepId: string,
  more: Readonly<Record<string, unknown>> = {},
): WorkflowFields {
  return {
    workflowId,
    steps: [{ stepId, successCriteria: [{ condition: '$statusCode == 200' }] }],
    ...more,
  };
}
