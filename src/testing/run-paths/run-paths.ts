import { machineOf } from '../../analysis/paths/explorable-machine.ts';
import type { AnyWorkflow } from '../../analysis/paths/explorable-machine.ts';
import { indexTransitions } from '../../analysis/paths/transition-index.ts';
import type { Path } from '../../analysis/paths/path.ts';
import type { PathPlan } from '../../analysis/paths/plan-paths.ts';
import { measureCoverage } from '../../analysis/coverage/measure-coverage.ts';
import { ArazzoError } from '../../diagnostics/index.ts';
import { sourceOf } from '../../machines/machine-source.ts';
import { remakeMachine } from '../../machines/remake-machine.ts';
import type { Against } from '../against/against.ts';
import { createWorld } from '../against/create-world.ts';
import type { World } from '../against/world.ts';
import { createRequestCheck } from './check-request.ts';
import { observeTransitions } from './observe-transitions.ts';
import type { Passage } from './observe-transitions.ts';
import type { PathResult, WorkflowReport } from './path-result.ts';
import { runPath } from './run-path.ts';
import type { Stage } from './run-path.ts';
import { createScript } from './script.ts';
import { scriptedSurroundings } from './scripted-surroundings.ts';

/** Who answers the calls. */
export interface PathRunnerOptions {
  /** @default 'scripted' */
  readonly against?: Against;
}

/** How paths are run. */
export interface RunPathsOptions extends PathRunnerOptions {
  /** Hears of each path when it has been run. */
  readonly onPath?: (result: PathResult) => void;
}

/**
 * Runs paths on the real machine, on a clock that jumps and with a script in the place of all APIs or
 * whoever else `against` names, and measures what they go through.
 *
 * @throws ArazzoError `UNKNOWN_MACHINE` for a machine that this library did not make, `NOTHING_TO_CALL`
 * when it calls nothing that `against` is about, `MISSING_PACKAGE` for `http` without msw
 */
export async function runPaths(
  workflow: AnyWorkflow,
  plan: PathPlan,
  { onPath = () => {}, ...options }: RunPathsOptions = {},
): Promise<WorkflowReport> {
  const runner = createPathRunner(workflow, options);
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
export function createPathRunner(
  workflow: AnyWorkflow,
  { against = 'scripted' }: PathRunnerOptions = {},
): PathRunner {
  const given = machineOf(workflow);
  const source = sourceOf(given);
  const script = createScript();
  let world: World | undefined;
  const performerOf: World['performerOf'] = (name) => world?.performerOf(name);
  const machine =
    source && remakeMachine(given, scriptedSurroundings(source, { script, performerOf }));
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
  const stage: Omit<Stage, 'world'> = {
    machine,
    script,
    observe: () => observeTransitions({ environment, index, passage }),
    checkRequests: createRequestCheck(source),
    source,
  };
  return {
    run: async (path) => {
      world ??= await createWorld(against, source);
      const result = await runPath({ ...stage, world }, path);
      results.push(result);
      return result;
    },
    report: ({ workflowId, gaps, cut }) => {
      const remarks = world?.remarks() ?? [];
      return {
        workflowId,
        paths: results,
        ...measureCoverage({ environment, index, ...passage, gaps }),
        ...(remarks.length === 0 ? {} : { remarks }),
        ...(cut === undefined ? {} : { cut }),
      };
    },
  };
}
