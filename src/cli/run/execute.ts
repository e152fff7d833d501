import { createActor } from 'xstate';
import type { ImportedWorkflow, Json } from '../../arazzo-import/index.ts';
import { observeRun } from '../../machines/index.ts';
import type { LoadedWorkflow, RunEvent, WorkflowOutput } from '../../machines/index.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { createStyle } from '../style.ts';
import { describeEnd } from './describe-end.ts';
import type { Progress } from './progress-lines.ts';
import { createRedactor, secretInputs } from './redact.ts';
import { createRunRecorder } from './run-report.ts';
import type { RunReport } from './run-report.ts';
import { createRunTarget, expectedDatastores } from './run-target.ts';
import type { RunTarget, TargetOptions } from './run-target.ts';
import { createTrace } from './trace.ts';

/** A workflow that is ready to run. */
export interface Execution {
  readonly imported: ImportedWorkflow;
  readonly workflow: LoadedWorkflow;
  readonly inputs: Readonly<Record<string, Json>>;
  readonly options: TargetOptions & { readonly json?: boolean; readonly trace?: string };
  readonly io: Io;
}

/** Milliseconds on the wall before each jump of simulated time, so that people can watch. */
const watchingPace = 40;

/** Runs a workflow to its end, or until it is interrupted, and tells about it. */
export async function execute(execution: Execution): Promise<ExitCode> {
  const { imported, inputs, options, io } = execution;
  const watched = options.json !== true && io.stdout.isTerminal;
  const target = await createRunTarget(options, {
    datastores: expectedDatastores(payloadsOf(imported), inputs),
    pace: watched ? watchingPace : 0,
  });
  const now = (): number => target.clock?.now() ?? Date.now();
  const begin = now();
  const report = await observe(execution, target, now);
  if (options.json === true) io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else {
    const output = report.status === 'completed' ? io.stdout : io.stderr;
    const style = createStyle(output);
    const simulated = target.clock !== undefined;
    output.write(
      describeEnd(report, {
        style,
        simulated,
        elapsed: now() - begin,
        lookSuffix: target.lookSuffix,
      }),
    );
  }
  return report.status === 'completed' ? exitCodes.ok : exitCodes.failed;
}

async function observe(
  { imported, workflow, inputs, options, io }: Execution,
  target: RunTarget,
  now: () => number,
): Promise<RunReport> {
  const redactor = createRedactor();
  for (const secret of secretInputs(inputs, imported.plan.inputs)) redactor.add(secret);
  const { workflowId } = imported;
  const recorder = createRunRecorder({
    workflowId,
    target: target.label,
    service: target.service,
    redactor,
  });
  const trace = options.trace === undefined ? undefined : io.openFile(options.trace);
  if (options.json !== true) io.stdout.write(`${workflowId} on ${target.label}\n`);
  const progress =
    options.json === true
      ? undefined
      : await createProgress(imported, target, { io, now });
  const listeners = [
    recorder.onEvent,
    ...(progress === undefined ? [] : [progress.onEvent]),
    ...(trace === undefined ? [] : [createTrace(trace, redactor)]),
  ];
  const runId = globalThis.crypto.randomUUID();
  const output = await runMachine({ workflow, target, inputs, runId, io }, (event) => {
    if (event.type === 'call') redactor.add(event.request.idempotencyToken);
    for (const listen of listeners) listen(event);
  });
  progress?.stop();
  await trace?.close();
  return recorder.report({ runId, output });
}

/** The output of the run; `undefined` when it was interrupted. */
async function runMachine(
  {
    workflow,
    target,
    inputs,
    runId,
    io,
  }: Pick<Execution, 'workflow' | 'inputs' | 'io'> & {
    readonly target: RunTarget;
    readonly runId: string;
  },
  listener: (event: RunEvent) => void,
): Promise<WorkflowOutput | undefined> {
  const actor = createActor(workflow.machine({ services: target.service, runId }), {
    input: inputs,
    inspect: observeRun(listener),
    ...(target.clock === undefined ? {} : { clock: target.clock }),
  });
  return new Promise((resolve, reject) => {
    const stopListening = io.onInterrupt(() => {
      stopListening();
      actor.stop(); // aborts the request in flight
      resolve(undefined);
    });
    actor.subscribe({
      complete: () => {
        stopListening();
        resolve(actor.getSnapshot().output);
      },
      error: (error) => {
        stopListening();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    });
    actor.start();
  });
}

async function createProgress(
  { plan }: ImportedWorkflow,
  { service }: RunTarget,
  { io, now }: { readonly io: Io; readonly now: () => number },
): Promise<Progress> {
  const steps = plan.steps.map(({ stepId, call }) => ({
    stepId,
    operation: call.operation.operationId ?? call.operation.operationPath ?? '',
    state: 'idle' as const,
    calls: 0,
    attempt: 0,
  }));
  const setting = { steps, service, output: io.stdout, now };
  if (io.stdout.isTerminal) {
    const { createProgressTerminal } = await import('./progress-terminal.ts');
    return createProgressTerminal(setting);
  }
  const { createProgressLines } = await import('./progress-lines.ts');
  return createProgressLines(setting);
}

function payloadsOf({ plan }: ImportedWorkflow): readonly (Json | undefined)[] {
  return plan.steps.map(({ call }) => call.requestBody?.payload);
}
