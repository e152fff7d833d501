import type { PathPlan } from '../../analysis/paths/plan-paths.ts';
import type { GivenCases } from '../../analysis/cases/given-cases.ts';
import type { LoadedWorkflow } from '../../machines/load-workflow.ts';
import { againstChoices } from '../../testing/against/against.ts';
import type { Against } from '../../testing/against/against.ts';
import type { PathResult, WorkflowReport } from '../../testing/run-paths/path-result.ts';
import type { GivenSelection } from './path-arguments.ts';

/** Which paths are wanted, and the cases that the user gives. */
export interface WantedPaths extends GivenSelection {
  readonly cases?: GivenCases;
}

/** What lists the paths of a workflow and runs them: passed in, so that a test can be it. */
export interface PathTools {
  /** Who the paths can be run against. */
  readonly against: readonly Against[];
  planPaths(workflow: LoadedWorkflow, options: WantedPaths): PathPlan | Promise<PathPlan>;
  runPaths(
    workflow: LoadedWorkflow,
    plan: PathPlan,
    options: {
      readonly against: Against;
      readonly onPath?: (result: PathResult) => void;
    },
  ): Promise<WorkflowReport>;
}

/** Loads the tools of this library. */
export async function loadPathTools(): Promise<PathTools> {
  const [{ planPaths }, { runPaths }] = await Promise.all([
    import('../../analysis/paths/plan-paths.ts'),
    import('../../testing/run-paths/run-paths.ts'),
  ]);
  return { against: againstChoices, planPaths, runPaths };
}
