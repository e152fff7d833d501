import { printable } from '../../diagnostics/index.ts';
import type { RunEvent } from '../../machines/index.ts';
import type { Service } from '../../services/service.ts';
import type { Output } from '../io.ts';
import { formatDuration } from '../parse-duration.ts';
import type { StepProgress } from './step-progress.ts';
import { nextProgress } from './step-progress.ts';

/** Shows what happens in a run. */
export interface Progress {
  readonly onEvent: (event: RunEvent) => void;
  /** Nothing more is shown after it. */
  stop(): void;
}

/** The steps that progress is shown for. */
export interface ProgressSetting {
  readonly steps: readonly StepProgress[];
  readonly service: Service;
  readonly output: Output;
  /** Milliseconds since 1970, by the run's clock. */
  readonly now: () => number;
}

/** Polls that are told one by one; after them every tenth, and each with a new status. */
const toldPolls = 3;

/** Tells a run in plain lines, for logs. */
export function createProgressLines({
  steps,
  service,
  output,
  now,
}: ProgressSetting): Progress {
  const progress = new Map(steps.map((step) => [step.stepId, step]));
  const begin = now();
  const told = new Map<string, string>();
  const tell = (
    event: { readonly at: number; readonly stepId: string },
    text: string,
  ): void => {
    output.write(
      `[${formatClock(event.at - begin)}] ${printable(`${event.stepId}: ${text}`)}\n`,
    );
  };
  return {
    stop: () => undefined,
    onEvent: (event) => {
      if (event.type === 'end') return;
      const before = progress.get(event.stepId);
      if (before === undefined) return;
      const step = nextProgress(before, event, service);
      progress.set(event.stepId, step);
      const news =
        step.status !== told.get(event.stepId) ||
        step.calls <= toldPolls ||
        step.calls % 10 === 0;
      if (event.type === 'answer' && news) tell(event, describeAnswer(step, event));
      if (event.type === 'wait' && news) tell(event, describeWait(step, event.at));
      if (event.type === 'wait' && step.status !== undefined)
        told.set(event.stepId, step.status);
    },
  };
}

function describeAnswer(
  { operation, statusCode, status, requests = 1 }: StepProgress,
  { error }: Extract<RunEvent, { type: 'answer' }>,
): string {
  if (statusCode === undefined)
    return `${operation} got no answer: ${error?.message ?? 'unknown'}`;
  const shown = status === undefined ? '' : `, status ${status}`;
  const tries = requests > 1 ? ` (${requests} requests)` : '';
  return `${operation} answered ${statusCode}${shown}${tries}`;
}

function describeWait({ wait }: StepProgress, at: number): string {
  if (wait === undefined) return '';
  const what = wait.reason === 'poll' ? 'polls again' : 'tries again';
  const why = wait.action === undefined ? 'the status is still moving' : wait.action;
  return `${what} in ${formatDuration(wait.until - at)} (${why})`;
}

/** `00:25:00`. */
function formatClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
