import type { PathPlan } from '../../../src/analysis/paths/plan-paths.ts';
import type { PathTools } from '../../../src/cli/paths/path-tools.ts';
import type { WorkflowReport } from '../../../src/testing/run-paths/path-result.ts';
import { path, report } from '../../testing/support/reports.ts';

/** What was asked of the tools. */
export interface AskedTools extends PathTools {
  readonly asked: readonly unknown[];
}

/** Tools that give these reports in turn, whatever the workflow is, and plans with the same paths. */
export function pathTools(
  reports: Readonly<Record<string, Partial<WorkflowReport>>> = {},
): AskedTools {
  const asked: unknown[] = [];
  const reportOf = (workflowId: string): WorkflowReport =>
    report([path('create 201 → read 200 → completed'), path('create 500 → failed')], {
      uncovered: [],
      ...reports[workflowId],
      workflowId,
    });
  return {
    asked,
    against: ['scripted', 'http'],
    planPaths: ({ workflowId }, options) => {
      asked.push(options);
      return toPlan(reportOf(workflowId));
    },
    runPaths: async ({ workflowId }, _plan, { against }) => {
      asked.push({ against });
      return reportOf(workflowId);
    },
  };
}

/** What a report remarks is about who answered the calls, and no plan has it. */
function toPlan({ paths, remarks: _remarks, ...rest }: WorkflowReport): PathPlan {
  return {
    ...rest,
    paths: paths.map(({ name, inputs, events, end }) => ({ name, inputs, events, end })),
    gaps: {},
  };
}
