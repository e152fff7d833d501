import { displayWidth } from '../../diagnostics/display-width.ts';
import { printable } from '../../diagnostics/index.ts';
import { cutText } from '../cut-text.ts';
import { formatClock, formatDuration } from '../format-duration.ts';
import type { Style } from '../style.ts';
import { isRunning } from './step-progress.ts';
import type { StepProgress } from './step-progress.ts';

/** How the lines of the steps are drawn. */
export interface StepLineSetting {
  readonly style: Style;
  readonly columns: number;
  /** Milliseconds since 1970, by the run's clock. */
  readonly now: number;
  /** Counts the pictures, for what moves. */
  readonly frame: number;
  /** The run is over: nothing moves any more. */
  readonly stopped: boolean;
  /** Takes the secrets out of a text. */
  readonly hide: (text: string) => string;
}

const spinner = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** What is shown from this many columns on. */
const columnsFor = { operation: 110, goal: 70, calls: 84, words: 50 };

/** A line for each step: what it is, how long it takes, what it saw and what it waits for. */
export function stepLines(
  steps: readonly StepProgress[],
  setting: StepLineSetting,
): readonly string[] {
  const { style, columns, now, hide } = setting;
  const names = alignLeft(
    steps.map(({ stepId, depth = 0 }) => `${'  '.repeat(depth)}${printable(stepId)}`),
    columns < columnsFor.words ? 13 : 40,
  );
  const operations = alignLeft(
    steps.map(({ operation }) =>
      columns < columnsFor.operation ? '' : printable(operation),
    ),
    40,
  );
  const times = alignRight(steps.map((step) => elapsed(step, now)));
  return steps.map((step, index) => {
    const name = names[index] ?? '';
    const operation = operations[index] ?? '';
    const time = times[index] ?? '';
    const middle = operation === '' ? '' : `  ${operation}`;
    const room = columns - 1 - displayWidth(`* ${name}${middle}  ${time}  `);
    const detail = cutText(printable(hide(describe(step, setting))), Math.max(room, 1));
    const look = step.state === 'idle' ? 'dim' : 'bold';
    const line = `${symbol(step, setting)} ${style(look, name)}${style('dim', `${middle}  ${time}`)}  ${detail}`;
    return line.trimEnd();
  });
}

function symbol(step: StepProgress, { style, frame, stopped }: StepLineSetting): string {
  if (step.state === 'done') return style('green', '✔');
  if (step.state === 'failed') return style('red', '✖');
  if (step.state === 'idle') return style('dim', '·');
  if (stopped) return style('yellow', '■');
  return style('cyan', spinner[frame % spinner.length] ?? '');
}

function elapsed(step: StepProgress, now: number): string {
  const { beganAt, endedAt = now } = step;
  if (beganAt === undefined) return '';
  return formatClock((isRunning(step) ? now : endedAt) - beganAt);
}

function describe(step: StepProgress, setting: StepLineSetting): string {
  const { state, status, statusCode, requests = 1 } = step;
  if (state === 'idle') return '';
  const seen = status ?? (statusCode === undefined ? undefined : String(statusCode));
  const parts = [
    seen ?? (state === 'calling' ? undefined : 'no answer'),
    ...(isRunning(step) ? describeNext(step, setting) : []),
    describeCalls(step, setting),
    requests > 1 ? `${requests} requests` : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function describeCalls(
  step: StepProgress,
  { columns }: StepLineSetting,
): string | undefined {
  if (step.calls < 2) return undefined;
  if (!isRunning(step)) return `${step.calls} calls`;
  return columns < columnsFor.calls ? undefined : `call ${step.calls}`;
}

function describeNext(
  { state, wait, goal }: StepProgress,
  { columns, now, stopped }: StepLineSetting,
): readonly string[] {
  if (stopped) return ['stopped'];
  if (state === 'calling' || wait === undefined) return ['calling'];
  const next = formatDuration(Math.max(0, Math.ceil((wait.until - now) / 1000)) * 1000);
  if (columns < columnsFor.words) return [next];
  const again = wait.reason === 'poll' ? 'polls again' : 'tries again';
  const wanted =
    wait.reason === 'poll' && goal !== undefined && columns >= columnsFor.goal
      ? [`waits for ${goal}`]
      : [];
  return [...wanted, `${again} in ${next}`];
}

function alignLeft(texts: readonly string[], most: number): readonly string[] {
  const short = texts.map((text) => cutText(text, most));
  const width = Math.max(0, ...short.map(displayWidth));
  return short.map((text) => text + ' '.repeat(width - displayWidth(text)));
}

function alignRight(texts: readonly string[]): readonly string[] {
  const width = Math.max(5, ...texts.map((text) => text.length));
  return texts.map((text) => text.padStart(width));
}
