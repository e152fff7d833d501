import { createStyle } from '../style.ts';
import { createLiveRegion } from './live-region.ts';
import type { Progress, ProgressSetting } from './progress.ts';
import { stepLines } from './step-line.ts';
import { isRunning, nextSteps } from './step-progress.ts';

/** Milliseconds between two pictures while nothing happens. */
const frameTime = 100;

/** Shows a run on a terminal: a line for each step, kept up to date. */
export function createProgressTerminal({
  steps,
  describe,
  output,
  hide,
  now,
}: ProgressSetting): Progress {
  const style = createStyle(output);
  const region = createLiveRegion(output);
  let progress = steps;
  let frame = 0;
  const lines = (stopped: boolean): readonly string[] =>
    stepLines(progress, {
      style,
      columns: output.columns,
      now: now(),
      frame,
      stopped,
      hide,
    });
  const show = (): void => {
    const active = progress.findLastIndex(isRunning);
    region.draw(windowAround(active, lines(false), output.rows - 2));
  };
  const timer = setInterval(() => {
    frame += 1;
    show();
  }, frameTime);
  show();
  return {
    onEvent: (event) => {
      progress = nextSteps(progress, event, describe);
      show();
    },
    stop: () => {
      clearInterval(timer);
      region.done(lines(true));
    },
  };
}

/** As many lines as there is room for, the active one among them. */
function windowAround(
  active: number,
  lines: readonly string[],
  room: number,
): readonly string[] {
  const height = Math.max(1, room);
  const first = Math.min(active - Math.floor(height / 2), lines.length - height);
  return lines.slice(Math.max(0, first)).slice(0, height);
}
