import type { PathPlan } from '../../analysis/paths/plan-paths.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { parseArguments } from '../parse-arguments.ts';
import { createHidePath } from '../paths/hide-secrets.ts';
import { jsonReport } from '../paths/json-report.ts';
import { givenSelection, pathOptions } from '../paths/path-arguments.ts';
import { loadPathTools } from '../paths/path-tools.ts';
import type { PathTools } from '../paths/path-tools.ts';
import { prepareWorkflows } from '../paths/prepare-workflows.ts';
import { refuse, tellDoubts, unusableMembers } from '../paths/tell-unusable.ts';
import { planWanted, wantedPaths } from '../paths/wanted-paths.ts';
import { describeWorkflow } from '../paths/terminal/describe-workflow.ts';
import { terminalSetting } from '../paths/terminal/terminal-setting.ts';

/** `arazzo-xstate paths`: lists what can happen in a workflow, without calling anything. */
export async function paths(
  argv: readonly string[],
  io: Io,
  tools?: Pick<PathTools, 'planPaths'>,
): Promise<ExitCode> {
  const { positionals, options } = parseArguments(argv, pathOptions, [
    '<file>',
    '[workflowId]',
  ]);
  givenSelection(options); // a mistake in the call is told before the document is read
  const prepared = await prepareWorkflows(positionals, options, io);
  if ('refused' in prepared) return refuse(prepared, options, io);
  const { document, workflows, unusable } = prepared;
  const wanted = await wantedPaths(options, document, io);
  const used = tools ?? (await loadPathTools());
  const plans: PathPlan[] = [];
  for (const workflow of workflows) plans.push(await planWanted(workflow, used, wanted));
  const hide = createHidePath(workflows.map(({ config }) => config.meta.inputs));
  if (options.json === true) {
    const more = unusableMembers(document, unusable);
    for (const piece of jsonReport(plans, { hide, more })) io.stdout.write(piece);
  } else {
    tellDoubts(document, unusable, io);
    const setting = terminalSetting(io.stdout, { ...options, hide });
    const texts = plans.map((plan) => describeWorkflow(plan, setting));
    io.stdout.write(texts.join('\n'));
  }
  return unusable.length > 0 ? exitCodes.unusable : exitCodes.ok;
}
