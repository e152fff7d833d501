import { machineOf } from '../../analysis/paths/explorable-machine.ts';
import { indexTransitions } from '../../analysis/paths/transition-index.ts';
import type { Path } from '../../analysis/paths/path.ts';
import type { PathPlan } from '../../analysis/paths/plan-paths.ts';
import { measureCoverage } from '../../analysis/coverage/measure-coverage.ts';
import { ArazzoError } from '../../diagnostics/index.ts';
import type { WorkflowMachine } from '../../machines/create-machine.ts';
import type { LoadedWorkflow } from '../../machines/load-workflow.ts';
import { sourceOf } from '../../machines/machine-source.ts';
import { remakeMachine } from '../../machines/remake-machine.ts';
import { createRequestCheck } from './check-request.ts';
import { observeTransitions } from './observe-transitions.ts';
import type { Passage } from './observe-transitions.ts';
import type { PathResult, WorkflowReport } from './path-result.ts';
import { runPath } from './run-path.ts';
import type { Stage } from './run-path.ts';
import { createScript } from './script.ts';
import { scriptedSurroundings } from './scripted-surroundings.ts';

/** How paths are run. */
export interface RunPathsOptions {
  /** Hears of each path when it has been run. */
  readonly onPath?: (result: PathResult) => void;
}

/**
 * Runs paths on the real machine, on a clock that jumps and with a script in the place of all APIs, and
 * measures what they go through.
 *
 * @throws ArazzoError `UNKNOWN_MACHINE` for a machine that this library did not make
 */
export async function runPaths(
  workflow: LoadedWorkflow | WorkflowMachine,
  plan: PathPlan,
  { onPath = () => {} }: RunPathsOptions = {},
): Promise<WorkflowReport> {
  const runner = createPathRunner(workflow);
  for (const path of plan.paths) onPath(await runner.run(path));
  return runner.report(plan);
}

/** Runs paths one after the other. */
export interface PathRunner {
  run(path: Path): Promise<PathResult>;
  /** What has been run so far, and how much of the plan's workflow it goes through. */
  report(plan: PathPlan): WorkflowReport;
}

/**
 * Creates what runs the paths of a workflow on its real machine.
 *
 * @throws ArazzoError `UNKNOWN_MACHINE` for a machine that this library did not make
 */
export function createPathRunner(workflow: LoadedWorkflow | WorkflowMachine): PathRunner {
  const given = machineOf(workflow);
  const source = sourceOf(given);
  const script = createScript();
  const machine = source && remakeMachine(given, scriptedSurroundings(source, script));
  const remade = machine && sourceOf(machine);
  if (source === undefined || machine === undefined || remade === undefined)
    throw new ArazzoError(
      'UNKNOWN_MACHINE',
      'The machine was not made from an Arazzo workflow by this library, so that its paths cannot be run.',
    );
  const { environment } = remade;
  const index = indexTransitions(environment.definition.config);
  const passage: Passage = { items: new Set(), places: new Set() };
  const results: PathResult[] = [];
  const stage: Stage = {
    machine,
    script,
    observe: () => observeTransitions({ environment, index, passage }),
    checkRequests: createRequestCheck(source),
  };
  return {
    run: async (path) => {
      const result = await runPath(stage, path);
      results.push(result);
      return result;
    },
    report: ({ workflowId, gaps, cut }) => ({
      workflowId,
      paths: results,
      ...measureCoverage({ environment, index, ...passage, gaps }),
      ...(cut === undefined ? {} : { cut }),
    }),
  };
}
