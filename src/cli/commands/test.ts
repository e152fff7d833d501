import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { parseArguments } from '../parse-arguments.ts';
import { expectationFile } from '../paths/expectations.ts';
import { createHidePath } from '../paths/hide-secrets.ts';
import { givenSelection, pathOptions, toChoice } from '../paths/path-arguments.ts';
import { againstChoices } from '../../testing/against/against.ts';
import { loadPathTools } from '../paths/path-tools.ts';
import type { PathTools } from '../paths/path-tools.ts';
import { prepareWorkflows } from '../paths/prepare-workflows.ts';
import { refuse } from '../paths/tell-unusable.ts';
import { tellTest } from '../paths/tell-test.ts';
import { testWorkflows } from '../paths/test-workflows.ts';
import { exitCodeOf } from '../paths/tested-document.ts';
import { parseThreshold } from '../paths/threshold.ts';
import { wantedPaths } from '../paths/wanted-paths.ts';
import { writeReports } from '../paths/write-reports.ts';
import { UsageError } from '../usage-error.ts';

const testOptions = {
  ...pathOptions,
  against: 'value',
  record: 'optional',
  expect: 'value',
  threshold: 'value',
  junit: 'value',
  html: 'value',
} as const;

/** `arazzo-xstate test`: runs every path of a workflow, and says which is not as it should be. */
export async function test(
  argv: readonly string[],
  io: Io,
  tools?: PathTools,
): Promise<ExitCode> {
  const { positionals, options } = parseArguments(argv, testOptions, [
    '<file>',
    '[workflowId]',
  ]);
  assertNoLooseFile(positionals[1], options.record);
  givenSelection(options); // a mistake in the call is told before the document is read
  const against = toChoice(options.against ?? 'scripted', 'against', againstChoices);
  const threshold = parseThreshold(options.threshold);
  const file = expectationFile({ ...options, against }, positionals[0] ?? '');
  const prepared = await prepareWorkflows(positionals, options, io);
  if ('refused' in prepared) return refuse(prepared, options, io);
  const tested = await testWorkflows(prepared, {
    tools: tools ?? (await loadPathTools()),
    wanted: await wantedPaths(options, prepared.document, io),
    against,
    threshold,
    file,
    isAll: positionals[1] === undefined,
    io,
  });
  const schemas = prepared.workflows.map(({ config }) => config.meta.inputs);
  const hide = createHidePath(schemas);
  await writeReports(tested, { given: options, hide, io });
  tellTest(tested, { given: options, hide, io });
  return exitCodeOf(tested);
}

/** The file of `--record` stands behind an equals sign; without it, it is a workflow. */
function assertNoLooseFile(
  workflowId: string | undefined,
  record: readonly string[] | undefined,
): void {
  if (record?.includes('') !== true || workflowId?.endsWith('.json') !== true) return;
  throw new UsageError(
    `"${workflowId}" stands where a workflowId is expected.`,
    `To record in this file, write --record=${workflowId}.`,
  );
}
