import { machineOf } from '../../analysis/paths/explorable-machine.ts';
import { indexTransitions } from '../../analysis/paths/transition-index.ts';
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
  const { stage, measure } = setStage(machineOf(workflow));
  const results: PathResult[] = [];
  for (const path of plan.paths) {
    const result = await runPath(stage, path);
    results.push(result);
    onPath(result);
  }
  return {
    workflowId: plan.workflowId,
    paths: results,
    ...measure(plan),
    ...(plan.cut === undefined ? {} : { cut: plan.cut }),
  };
}

type Measure = (plan: PathPlan) => Pick<WorkflowReport, 'coverage' | 'uncovered'>;

function setStage(given: WorkflowMachine): {
  readonly stage: Stage;
  readonly measure: Measure;
} {
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
  return {
    stage: {
      machine,
      script,
      observe: () => observeTransitions({ environment, index, passage }),
      checkRequest: createRequestCheck(source),
    },
    measure: ({ uncovered }) =>
      measureCoverage({
        environment,
        index,
        ...passage,
        whyNot: ({ id }) => whyNot(uncovered, id),
      }),
  };
}

/** The plan knows why, where it found no case. */
function whyNot(uncovered: PathPlan['uncovered'], id: string): string | undefined {
  return uncovered.find((each) => each.id === id)?.why;
}
