import { parseGivenCases } from '../../analysis/cases/given-cases.ts';
import type { GivenCases, GivenProblem } from '../../analysis/cases/given-cases.ts';
import type { WorkflowConfig } from '../../arazzo-import/index.ts';
import { parseText } from '../../arazzo-import/parse/parse-text.ts';
import { createLineIndex, didYouMean } from '../../diagnostics/index.ts';
import { formatPointer } from '../../expressions/index.ts';
import { configsIn } from '../../machines/walk-config.ts';
import { fileProblem } from '../../services/files/file-problem.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Reads a file with cases of the user's own: YAML or JSON.
 * @throws UsageError when it cannot be read, with everything that is wrong in it
 */
export async function readCases(
  path: string,
  configs: readonly WorkflowConfig[],
  io: Io,
): Promise<GivenCases> {
  const text = await readText(path, io);
  const { value, diagnostics } = parseText(text, path);
  const broken = diagnostics.find(({ severity }) => severity === 'error');
  if (broken !== undefined) {
    const { line, column } = createLineIndex(text).positionAt(broken.range.start);
    throw new UsageError(`${path}:${line}:${column}: ${broken.message}`, broken.hint);
  }
  const parsed = parseGivenCases(value);
  const problems = [...parsed.problems, ...unknownNames(parsed.given, configs)];
  if (problems.length === 0) return parsed.given;
  throw new UsageError(
    problems.map((problem) => `${path}#${problem.path}: ${problem.message}`),
    'docs/test.md shows what a cases file looks like.',
  );
}

/** Workflows and steps that the document does not have. */
function unknownNames(
  given: GivenCases,
  configs: readonly WorkflowConfig[],
): readonly GivenProblem[] {
  const all = configs.flatMap(configsIn);
  const ids = all.map(({ meta }) => meta.workflowId);
  return Object.entries(given).flatMap(([workflowId, { steps = {} }]) => {
    const config = all.find(({ meta }) => meta.workflowId === workflowId);
    if (config === undefined)
      return [unknown(formatPointer([workflowId]), 'workflow', workflowId, ids)];
    const stepIds = Object.values(config.states).flatMap(
      ({ meta }) => meta?.stepId ?? [],
    );
    return Object.keys(steps).flatMap((stepId) =>
      stepIds.includes(stepId)
        ? []
        : [
            unknown(
              formatPointer([workflowId, 'steps', stepId]),
              'step',
              stepId,
              stepIds,
            ),
          ],
    );
  });
}

function unknown(
  path: string,
  what: string,
  id: string,
  ids: readonly string[],
): GivenProblem {
  const hint = didYouMean(id, ids) ?? `There is ${ids.join(', ')}.`;
  return { path, message: `There is no ${what} "${id}". ${hint}` };
}

async function readText(path: string, io: Io): Promise<string> {
  try {
    return await io.readFile(path);
  } catch (error) {
    throw new UsageError(
      `The cases file ${path} cannot be read: ${fileProblem(error)}.`,
      'Check the path of --cases.',
    );
  }
}
