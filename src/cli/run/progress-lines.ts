import { printable } from '../../diagnostics/index.ts';
import type { RunEvent } from '../../machines/index.ts';
import { formatDuration } from '../format-duration.ts';
import type { Progress, ProgressSetting } from './progress.ts';
import { nextProgress } from './step-progress.ts';
import type { StepProgress } from './step-progress.ts';

/** Polls that are told one by one; after them every tenth, and each with a new status. */
const toldPolls = 3;

/** Tells a run in plain lines, for logs. */
export function createProgressLines({
  steps,
  service,
  output,
  hide,
  now,
}: ProgressSetting): Progress {
  const progress = new Map(steps.map((step) => [step.stepId, step]));
  const told = new Map<string, string>();
  const begin = now();
  const tell = (at: number, { stepId }: StepProgress, text: string): void =>
    output.write(`[${toClock(at - begin)}] ${printable(hide(`${stepId}: ${text}`))}\n`);
  return {
    stop: () => undefined,
    onEvent: (event) => {
      if (event.type === 'end') return;
      const before = progress.get(event.stepId);
      if (before === undefined) return;
      const step = nextProgress(before, event, service);
      progress.set(event.stepId, step);
      if (!isNews(step, told.get(event.stepId))) return;
      if (event.type === 'answer') tell(event.at, step, describeAnswer(step, event));
      if (event.type !== 'wait') return;
      tell(event.at, step, describeWait(step, event.at));
      if (step.status !== undefined) told.set(event.stepId, step.status);
    },
  };
}

function isNews(
  { status, calls }: StepProgress,
  toldStatus: string | undefined,
): boolean {
  return status !== toldStatus || calls <= toldPolls || calls % 10 === 0;
}

function describeAnswer(
  { operation, statusCode, status, calls, requests = 1 }: StepProgress,
  { answer, error }: Extract<RunEvent, { type: 'answer' }>,
): string {
  if (answer === undefined) return error?.message ?? `${operation} got no answer`;
  const shown = status === undefined ? '' : `, status ${status}`;
  const counts = [
    ...(calls > 1 ? [`call ${calls}`] : []),
    ...(requests > 1 ? [`${requests} requests`] : []),
  ];
  const counted = counts.length === 0 ? '' : ` (${counts.join(', ')})`;
  return `${operation} answered ${statusCode}${shown}${counted}`;
}

function describeWait({ wait }: StepProgress, at: number): string {
  if (wait === undefined) return '';
  const what = wait.reason === 'poll' ? 'polls again' : 'tries again';
  const why = wait.action ?? 'no action names the status, but it is still moving';
  return `${what} in ${formatDuration(wait.until - at)} (${why})`;
}

/** `00:25:00`. */
function toClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
