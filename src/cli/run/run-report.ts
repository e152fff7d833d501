import type {
  AnswerEvent,
  CreatedResource,
  Failure,
  RunEvent,
  WorkflowOutput,
} from '../../machines/index.ts';
import { addCreated, maybeCreatedBy } from '../../machines/index.ts';
import type { Redactor } from './redact.ts';
import type { RunTarget } from './run-target.ts';

/** What `run --json` prints. */
export interface RunReport {
  readonly workflowId: string;
  readonly runId: string;
  /** `aborted` when the run was interrupted. */
  readonly status: WorkflowOutput['status'] | 'aborted';
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly failure?: Failure;
  /** What an interrupted run has created, and what it may have. */
  readonly leftBehind?: readonly CreatedResource[];
  /** The step in which the run was interrupted. */
  readonly abortedIn?: string;
  /** Where it ran. */
  readonly target: string;
  readonly steps: readonly StepReport[];
}

/** One call of a run. */
interface StepReport {
  /** The workflow that the step belongs to, when that is not the one that runs. */
  readonly workflowId?: string;
  readonly stepId: string;
  readonly visit: number;
  readonly attempt: number;
  readonly operation: string;
  readonly statusCode: number | null;
  /** The transition taken; for a failure the reason that each action did not match. */
  readonly action: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Requests that the call took, retries by the client included. */
  readonly requests: number;
}

/** Writes down what happens in a run. */
export interface RunRecorder {
  readonly onEvent: (event: RunEvent) => void;
  /** Without an output the run was interrupted. */
  report(end: {
    readonly runId: string;
    readonly output: WorkflowOutput | undefined;
  }): RunReport;
}

/** Creates the recorder of a run. */
export function createRunRecorder(options: {
  readonly workflowId: string;
  readonly target: RunTarget;
  readonly redactor: Redactor;
}): RunRecorder {
  const { workflowId, target, redactor } = options;
  const { describe, label } = target;
  const steps: StepReport[] = [];
  let created: readonly CreatedResource[] = [];
  let lastStep: string | undefined;
  let inFlight: Extract<RunEvent, { type: 'call' }> | undefined;

  const leftBehind = (): readonly CreatedResource[] => {
    const request = inFlight?.request;
    if (inFlight === undefined || request === undefined || !('operation' in request))
      return created;
    const { stepId, operation, requestBody } = request;
    const creates = describe(operation)?.creates;
    if (creates === undefined) return created;
    const call = { stepId, operation, payload: requestBody?.payload };
    const sameVisit = inFlight.attempt > 1;
    return addCreated(created, maybeCreatedBy(creates, call), { sameVisit });
  };

  return {
    onEvent: (event) => {
      if (event.type === 'call') {
        inFlight = event;
        lastStep = event.stepId;
      }
      if (event.type !== 'answer') return;
      inFlight = undefined;
      created = event.context.created;
      steps.push(toStepReport(event, redactor));
    },
    report: ({ runId, output }) => {
      const end =
        output === undefined
          ? {
              ...aborted,
              ...(lastStep === undefined ? {} : { abortedIn: lastStep }),
              leftBehind: withLooks(leftBehind(), target),
            }
          : withFailureLooks(output, target);
      const shown = redactor.value(end) as typeof end;
      return { workflowId, runId, ...shown, target: label, steps };
    },
  };
}

function withFailureLooks(output: WorkflowOutput, target: RunTarget): WorkflowOutput {
  if (output.status === 'completed') return output;
  const { failure } = output;
  const leftBehind = withLooks(failure.leftBehind, target);
  return { ...output, failure: { ...failure, leftBehind } };
}

/** The commands that show resources, for where the run was; what was on a simulator is gone. */
function withLooks(
  resources: readonly CreatedResource[],
  { lookSuffix }: RunTarget,
): readonly CreatedResource[] {
  return resources.map(({ look, ...resource }) =>
    look === undefined || lookSuffix === undefined
      ? resource
      : { ...resource, look: `${look}${lookSuffix}` },
  );
}

const aborted = { status: 'aborted', outputs: {} } as const;

function toStepReport(event: AnswerEvent, redactor: Redactor): StepReport {
  const { stepId, visit, attempt, operation, answer, startedAt, durationMs } = event;
  return {
    ...(event.depth === 0 ? {} : { workflowId: event.workflowId }),
    stepId,
    visit,
    attempt,
    operation,
    statusCode: answer?.statusCode ?? null,
    action: redactor.text(actionOf(event)),
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Math.round(durationMs * 10) / 10,
    requests: answer?.attempts ?? 1,
  };
}

/** The transition's name; where it leads to failure, also why nothing else was possible. */
function actionOf({ transition, context }: AnswerEvent): string {
  if (transition === undefined) return 'limit';
  const { kind, action } = transition;
  if (kind === 'action') return action ?? kind;
  if (kind === 'next') return 'next';
  if (kind === 'pending') return 'stillPending';
  const reasons = (context.failure?.criteria ?? []).map((unmet) =>
    unmet.action === undefined ? unmet.reason : `${unmet.action}: ${unmet.reason}`,
  );
  const error = context.failure?.error;
  if (error !== undefined) reasons.unshift(`${error.type}: ${error.message}`);
  return ['failed', ...(reasons.length === 0 ? [] : [reasons.join('; ')])].join(' – ');
}
