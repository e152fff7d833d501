import type { PathPlan } from '../../analysis/paths/plan-paths.ts';
import type { LoadedWorkflow } from '../../machines/load-workflow.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { givenSelection } from './path-arguments.ts';
import type { PathArguments } from './path-arguments.ts';
import type { PathTools, WantedPaths } from './path-tools.ts';
import { readCases } from './read-cases.ts';
import type { ReadDocument } from '../read-document.ts';

/**
 * Which paths of a document's workflows a call wants.
 * @throws UsageError when the file of cases cannot be used
 */
export async function wantedPaths(
  given: PathArguments,
  { imported }: ReadDocument,
  io: Io,
): Promise<WantedPaths> {
  const selection = givenSelection(given);
  if (given.cases === undefined) return selection;
  const configs = imported.workflows.map(({ config }) => config);
  return { ...selection, cases: await readCases(given.cases, configs, io) };
}

/**
 * The paths of a workflow.
 * @throws UsageError when cases that were given do not fit those that there are
 */
export async function planWanted(
  workflow: LoadedWorkflow,
  { planPaths }: Pick<PathTools, 'planPaths'>,
  wanted: WantedPaths,
): Promise<PathPlan> {
  const plan = await planPaths(workflow, wanted);
  const { remarks = [] } = plan;
  if (remarks.length === 0) return plan;
  throw new UsageError(`${workflow.workflowId}: ${remarks.join('\n')}`);
}
