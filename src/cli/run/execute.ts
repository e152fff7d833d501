import type { ImportedWorkflow, Json } from '../../arazzo-import/index.ts';
import { printable } from '../../diagnostics/index.ts';
import type { LoadedWorkflow } from '../../machines/index.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { createStyle } from '../style.ts';
import { toJsonText } from '../to-json-text.ts';
import { createProgress } from './create-progress.ts';
import { describeEnd } from './describe-end.ts';
import type { EndSetting } from './describe-end.ts';
import { createRedactor, secretInputs } from './redact.ts';
import type { Redactor } from './redact.ts';
import { createRunRecorder } from './run-report.ts';
import type { RunReport } from './run-report.ts';
import { runMachine } from './run-machine.ts';
import { createRunTarget } from './run-target.ts';
import type { RunTarget } from './run-target.ts';
import { expectedDatastores } from './targets/health-lake-target.ts';
import type { TargetPlan } from './targets/plan-targets.ts';
import type { TargetArguments } from './targets/target-arguments.ts';
import { openTrace } from './trace.ts';

/** A workflow that is ready to run. */
export interface Execution {
  readonly imported: ImportedWorkflow;
  readonly workflow: LoadedWorkflow;
  readonly inputs: Readonly<Record<string, Json>>;
  /** What people are told before it begins, in a line each. */
  readonly doubts: readonly string[];
  /** Who performs each source. */
  readonly targets: readonly TargetPlan[];
  readonly options: TargetArguments & {
    readonly json?: boolean;
    readonly trace?: string;
  };
  readonly io: Io;
}

/** Milliseconds on the wall before each jump of simulated time, so that people can watch. */
const watchingPace = 40;

/** Runs a workflow to its end, or until it is interrupted, and tells about it. */
export async function execute(execution: Execution): Promise<ExitCode> {
  const { imported, inputs, targets, options, io } = execution;
  const watched = options.json !== true && io.stdout.isTerminal;
  const target = await createRunTarget(targets, {
    given: options,
    datastores: expectedDatastores(payloadsOf(imported), inputs),
    pace: watched ? watchingPace : 0,
    io,
    warn: (message) => tellRemark(io, message),
  });
  const now = (): number => target.clock?.now() ?? Date.now();
  const begin = now();
  const report = await observe(execution, target, now);
  if (options.json === true) io.stdout.write(toJsonText(report));
  else {
    const createdIsKnown = targets.every(({ kind }) => kind === 'healthlake');
    tellEnd(report, { target, io, elapsed: now() - begin, createdIsKnown });
  }
  return report.status === 'completed' ? exitCodes.ok : exitCodes.failed;
}

async function observe(
  execution: Execution,
  target: RunTarget,
  now: () => number,
): Promise<RunReport> {
  const { imported, workflow, inputs, options, io } = execution;
  const { workflowId, plan } = imported;
  const redactor = createRedactor();
  for (const secret of secretInputs(inputs, plan.inputs)) redactor.add(secret);
  for (const secret of target.secrets) redactor.add(secret);
  const recorder = createRunRecorder({ workflowId, target, redactor });
  const trace =
    options.trace === undefined
      ? undefined
      : await openTrace(options.trace, redactor, io);
  const progress =
    options.json === true
      ? undefined
      : await tellBeginning(execution, target, { now, redactor });
  const runId = globalThis.crypto.randomUUID();
  try {
    const end = await runMachine({
      workflow,
      target,
      inputs,
      runId,
      io,
      onEvent: (event) => {
        if (event.type === 'call' && 'idempotencyToken' in event.request)
          redactor.add(event.request.idempotencyToken);
        recorder.onEvent(event);
        progress?.onEvent(event);
        trace?.onEvent(event);
      },
    });
    return recorder.report({ runId, ...end });
  } finally {
    progress?.stop();
    await trace?.close();
  }
}

async function tellBeginning(
  { imported, doubts, io }: Execution,
  { label, note, describe }: RunTarget,
  { now, redactor }: { readonly now: () => number; readonly redactor: Redactor },
): ReturnType<typeof createProgress> {
  const { stdout: output } = io;
  for (const doubt of doubts) tellRemark(io, doubt);
  const title = createStyle(output)('bold', printable(imported.workflowId));
  const remark = note === undefined ? '' : ` (${note})`;
  const [gap, end] = output.isTerminal ? ['\n', '\n\n'] : [' ', '\n'];
  output.write(`${title}${gap}on ${printable(label + remark)}${end}`);
  return createProgress(imported, { describe, output, now, hide: redactor.text });
}

function tellRemark({ stderr }: Io, remark: string): void {
  stderr.write(`${createStyle(stderr)('dim', printable(remark))}\n`);
}

function tellEnd(
  report: RunReport,
  {
    target,
    io,
    ...setting
  }: Pick<EndSetting, 'elapsed' | 'createdIsKnown'> & {
    readonly target: RunTarget;
    readonly io: Io;
  },
): void {
  const output = report.status === 'completed' ? io.stdout : io.stderr;
  const text = describeEnd(report, {
    style: createStyle(output),
    simulated: target.clock !== undefined,
    ...setting,
    ...(output.isTerminal ? { columns: output.columns } : {}),
  });
  output.write(io.stdout.isTerminal ? `\n${text}` : text);
}

function payloadsOf({ plan }: ImportedWorkflow): readonly (Json | undefined)[] {
  return plan.steps.map(({ call }) =>
    call.kind === 'workflow' ? undefined : call.requestBody?.payload,
  );
}
