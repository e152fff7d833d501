import type {
  AnswerEvent,
  CallEvent,
  CreatedResource,
  Failure,
  RunEvent,
  WorkflowOutput,
} from '../../machines/index.ts';
import { isUnsent } from '../../machines/answer.ts';
import type { Redactor } from './redact.ts';
import type { MachineEnd } from './run-machine.ts';
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
  /** Requests that the call took, retries by the client included; 0 when nothing was sent. */
  readonly requests: number;
}

/** Writes down what happens in a run. */
export interface RunRecorder {
  readonly onEvent: (event: RunEvent) => void;
  report(end: MachineEnd & { readonly runId: string }): RunReport;
}

/** Creates the recorder of a run. */
export function createRunRecorder(options: {
  readonly workflowId: string;
  readonly target: RunTarget;
  readonly redactor: Redactor;
}): RunRecorder {
  const { workflowId, target, redactor } = options;
  const steps: StepReport[] = [];
  let last: CallEvent | undefined;
  return {
    onEvent: (event) => {
      if (event.type === 'call') last = event;
      if (event.type === 'answer') steps.push(toStepReport(event, redactor));
    },
    report: ({ runId, ...end }) => {
      const told =
        end.output === undefined
          ? {
              ...aborted,
              ...(last === undefined ? {} : { abortedIn: nameOfStep(last) }),
              leftBehind: withLooks(end.leftBehind, target),
            }
          : withFailureLooks(end.output, target);
      const shown = redactor.value(told) as typeof told;
      return { workflowId, runId, ...shown, target: target.label, steps };
    },
  };
}

/** A step of a called workflow has that before it, as in the progress. */
export function nameOfStep({
  stepId,
  workflowId,
  depth,
}: Pick<CallEvent, 'stepId' | 'workflowId' | 'depth'>): string {
  return depth === 0 ? stepId : `${workflowId}/${stepId}`;
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
  const { error } = event;
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
    requests: isUnsent(error) ? 0 : (answer?.attempts ?? 1),
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
