import { createLogUpdate } from 'log-update';
import { printable } from '../../diagnostics/index.ts';
import type { Output } from '../io.ts';
import { formatDuration } from '../parse-duration.ts';
import { createStyle } from '../style.ts';
import type { Style } from '../style.ts';
import type { Progress, ProgressSetting } from './progress-lines.ts';
import { nextProgress } from './step-progress.ts';
import type { StepProgress } from './step-progress.ts';

/** Milliseconds between two pictures while nothing happens. */
const frameTime = 100;

const spinner = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** Shows a run on a terminal: a line for each step, kept up to date. */
export function createProgressTerminal({
  steps,
  service,
  output,
  now,
}: ProgressSetting): Progress {
  const style = createStyle(output);
  let progress = steps;
  let frame = 0;
  const draw = createLogUpdate(toStream(output));
  const widths = { step: widest(steps, 'stepId'), operation: widest(steps, 'operation') };
  const show = (): void =>
    draw(
      progress.map((step) => line(step, { style, widths, frame, now: now() })).join('\n'),
    );
  const timer = setInterval(() => {
    frame += 1;
    show();
  }, frameTime);
  show();
  return {
    onEvent: (event) => {
      progress = progress.map((step) => nextProgress(step, event, service));
      show();
    },
    stop: () => {
      clearInterval(timer);
      show();
      draw.done();
    },
  };
}

interface Frame {
  readonly style: Style;
  readonly widths: { readonly step: number; readonly operation: number };
  readonly frame: number;
  readonly now: number;
}

function line(step: StepProgress, { style, widths, frame, now }: Frame): string {
  const cells = [
    symbol(step, style, frame),
    style(
      step.state === 'idle' ? 'dim' : 'bold',
      printable(step.stepId).padEnd(widths.step),
    ),
    style('dim', printable(step.operation).padEnd(widths.operation)),
    printable(describe(step, now)),
  ];
  return cells.join('  ').trimEnd();
}

function symbol({ state }: StepProgress, style: Style, frame: number): string {
  if (state === 'done') return style('green', '✔');
  if (state === 'failed') return style('red', '✖');
  if (state === 'idle') return style('dim', '·');
  return style('cyan', spinner[frame % spinner.length] ?? '');
}

function describe(step: StepProgress, now: number): string {
  const { state, status, statusCode, calls, wait, requests = 1, beganAt, endedAt } = step;
  if (state === 'idle') return '';
  const elapsed =
    beganAt === undefined
      ? ''
      : formatDuration(
          (state === 'done' || state === 'failed' ? (endedAt ?? now) : now) - beganAt,
        );
  const parts = [
    status ??
      (statusCode === undefined
        ? state === 'calling'
          ? 'calling'
          : 'no answer'
        : String(statusCode)),
    ...(calls > 1 ? [`call ${calls}`] : []),
    ...(requests > 1 ? [`${requests} requests`] : []),
    ...(wait === undefined
      ? []
      : [
          `${wait.reason === 'poll' ? 'polls again' : 'tries again'} in ${formatDuration(Math.max(0, wait.until - now))}`,
        ]),
    elapsed,
  ];
  return parts.join(' · ');
}

function widest(steps: readonly StepProgress[], key: 'stepId' | 'operation'): number {
  return Math.max(0, ...steps.map((step) => step[key].length));
}

/** The part of a stream that the library writes to. */
function toStream(output: Output): NodeJS.WriteStream {
  const stream = {
    write: (text: string) => output.write(text),
    columns: output.columns,
    rows: 1000,
  };
  return { ...stream, isTTY: true } as unknown as NodeJS.WriteStream;
}
