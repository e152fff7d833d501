import { printable } from '../../diagnostics/index.ts';
import type { RunEvent } from '../../machines/index.ts';
import { formatDuration } from '../format-duration.ts';
import type { Progress, ProgressSetting } from './progress.ts';
import { nameOfStep } from './run-report.ts';
import { isOf, nextSteps } from './step-progress.ts';
import type { StepEvent, StepProgress } from './step-progress.ts';

/** Polls that are told one by one; after them every tenth, each with a new status, and the last. */
const toldPolls = 3;

/** Tells a run in plain lines, for logs. */
export function createProgressLines({
  steps,
  describe,
  output,
  hide,
  now,
}: ProgressSetting): Progress {
  let progress = steps;
  const told = new Map<string, string>();
  const begin = now();
  const tell = (at: number, name: string, text: string): void =>
    output.write(`[${toClock(at - begin)}] ${printable(hide(`${name}: ${text}`))}\n`);
  return {
    stop: () => undefined,
    onEvent: (event) => {
      progress = nextSteps(progress, event, describe);
      if (event.type === 'end') return;
      if (event.type === 'enter' || event.type === 'leave')
        return tell(event.at, event.workflowId, describeWorkflow(event));
      const step = progress.find((each) => isOf(each, event));
      if (step === undefined) return;
      const name = nameOfStep(event);
      if (!goesOn(event) && !isNews(step, told.get(name))) return;
      if (event.type === 'answer') tell(event.at, name, describeAnswer(step, event));
      if (event.type !== 'wait') return;
      tell(event.at, name, describeWait(step, event.at));
      told.set(name, statusOf(step));
    },
  };
}

function describeWorkflow(event: Extract<RunEvent, { type: 'enter' | 'leave' }>): string {
  if (event.type === 'enter') return 'begins';
  return event.output.status === 'goto'
    ? 'goes on as another workflow'
    : event.output.status;
}

/** An answer that the step does not wait after. */
function goesOn(event: StepEvent): boolean {
  return event.type === 'answer' && event.context.wait === undefined;
}

function isNews(step: StepProgress, toldStatus: string | undefined): boolean {
  const { calls } = step;
  return statusOf(step) !== toldStatus || calls <= toldPolls || calls % 10 === 0;
}

/** What was polled, as far as it is known. */
function statusOf({ status, statusCode }: StepProgress): string {
  return status ?? String(statusCode ?? 'no answer');
}

function describeAnswer(
  { operation, statusCode, status, calls, requests = 1 }: StepProgress,
  { answer, error, message }: Extract<RunEvent, { type: 'answer' }>,
): string {
  if (message !== undefined) return `${operation} done`;
  if (answer === undefined) return error?.message ?? `${operation} got no answer`;
  const shown = status === undefined ? '' : `, status ${status}`;
  const counts = [
    ...(calls > 1 ? [`call ${calls}`] : []),
    ...(requests > 1 ? [`${requests} requests`] : []),
  ];
  const counted = counts.length === 0 ? '' : ` (${counts.join(', ')})`;
  // A success that is none: JSON that cannot be read. A refusal's own words come with the failure.
  const doubt =
    answer.error === undefined || answer.statusCode >= 300
      ? ''
      : `: ${answer.error.message}`;
  return `${operation} answered ${statusCode}${shown}${counted}${doubt}`;
}

function describeWait({ wait }: StepProgress, at: number): string {
  if (wait === undefined) return '';
  const what = wait.reason === 'poll' ? 'polls again' : 'tries again';
  const why = wait.action ?? 'no action names the status, but it is still moving';
  const time = wait.until > at ? `in ${formatDuration(wait.until - at)}` : 'at once';
  return `${what} ${time} (${why})`;
}

/** `00:25:00`. */
function toClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
