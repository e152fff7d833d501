import { ArazzoError } from '../../diagnostics/index.ts';
import type { LoadedWorkflow } from '../../machines/load-workflow.ts';
import { withRecording } from '../../testing/recording/compare-recording.ts';
import { mergeRecordings } from '../../testing/recording/merge-recordings.ts';
import type { RecordingChange } from '../../testing/recording/merge-recordings.ts';
import type { Recording } from '../../testing/recording/recording.ts';
import { toRecording } from '../../testing/recording/to-recording.ts';
import type { WorkflowReport } from '../../testing/run-paths/path-result.ts';
import type { Io } from '../io.ts';
import { toJsonText } from '../to-json-text.ts';
import { UsageError } from '../usage-error.ts';
import { readExpectations } from './expectations.ts';
import type { ExpectationFile } from './expectations.ts';
import type { Against } from '../../testing/against/against.ts';
import type { PathTools, WantedPaths } from './path-tools.ts';
import type { PreparedWorkflows } from './prepare-workflows.ts';
import type { LeftOut, TestedDocument } from './tested-document.ts';
import { missedThresholds } from './threshold.ts';
import type { Threshold } from './threshold.ts';
import { planWanted } from './wanted-paths.ts';
import { writeFile } from './write-file.ts';

/** How workflows are tested. */
export interface TestSetting {
  readonly tools: PathTools;
  readonly wanted: WantedPaths;
  readonly against: Against;
  readonly threshold: Threshold;
  readonly file: ExpectationFile | undefined;
  /** No single workflow was asked for. */
  readonly isAll: boolean;
  readonly io: Io;
}

/** Runs the paths of workflows, and compares them with what was recorded or records them. */
export async function testWorkflows(
  prepared: PreparedWorkflows,
  setting: TestSetting,
): Promise<TestedDocument> {
  const begun = performance.now();
  const { document, unusable } = prepared;
  const { file, io } = setting;
  const old = file && (await readExpectations(file, io));
  const expected = file?.isWritten === true ? undefined : old;
  const { reports, leftOut } = await runWorkflows(prepared.workflows, setting, expected);
  const ids = document.imported.workflows.map(({ workflowId }) => workflowId);
  return {
    document,
    unusable,
    reports,
    leftOut,
    missed: missedThresholds(reports, setting.threshold),
    gone: setting.isAll ? goneWorkflows(expected, ids) : [],
    file,
    isCompared: expected !== undefined,
    recorded:
      file?.isWritten === true
        ? await record(mergeRecordings(old, toRecording(reports), ids), file, io)
        : undefined,
    elapsed: performance.now() - begun,
  };
}

/**
 * Runs the workflows one after the other; those that call nothing there are left out, unless all are.
 *
 * @throws UsageError when the paths of none, or of one of them, can be run in this way
 */
async function runWorkflows(
  workflows: readonly LoadedWorkflow[],
  setting: TestSetting,
  expected: Recording | undefined,
): Promise<Pick<TestedDocument, 'reports' | 'leftOut'>> {
  assertAgainst(setting.against, setting.tools);
  const reports: WorkflowReport[] = [];
  const leftOut: LeftOut[] = [];
  for (const workflow of workflows) {
    const report = await runWorkflow(workflow, setting);
    if ('why' in report) leftOut.push(report);
    else reports.push(expected === undefined ? report : withRecording(report, expected));
  }
  const [first] = leftOut;
  if (first !== undefined && reports.length === 0)
    throw new UsageError(`${first.workflowId}: ${first.why}`);
  return { reports, leftOut };
}

/** @throws UsageError when the paths of a workflow cannot be run */
async function runWorkflow(
  workflow: LoadedWorkflow,
  { tools, wanted, against }: TestSetting,
): Promise<WorkflowReport | LeftOut> {
  const { workflowId } = workflow;
  try {
    const plan = await planWanted(workflow, tools, wanted);
    return await tools.runPaths(workflow, plan, { against });
  } catch (error) {
    if (!(error instanceof ArazzoError)) throw error;
    if (error.code === 'NOTHING_TO_CALL') return { workflowId, why: error.message };
    throw new UsageError(`${workflowId}: ${error.message}`);
  }
}

/** @throws UsageError when paths cannot be run against this */
function assertAgainst(against: Against, tools: PathTools): void {
  if (tools.against.includes(against)) return;
  throw new UsageError(
    `Paths cannot be run against "${against}" yet.`,
    `Write --against ${tools.against.join(' or ')}.`,
  );
}

function goneWorkflows(
  expected: Recording | undefined,
  ids: readonly string[],
): readonly string[] {
  return Object.keys(expected?.workflows ?? {}).filter((id) => !ids.includes(id));
}

async function record(
  change: RecordingChange,
  { path }: ExpectationFile,
  io: Io,
): Promise<RecordingChange> {
  await writeFile(path, toJsonText(change.recording), { io, option: 'record' });
  return change;
}
