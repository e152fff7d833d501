import { printable } from '../../diagnostics/index.ts';
import type { CreatedResource } from '../../machines/index.ts';
import { formatDuration } from '../format-duration.ts';
import type { Style } from '../style.ts';
import { wrapText } from '../wrap-text.ts';
import type { RunReport } from './run-report.ts';

/** What the end of a run is told with. */
export interface EndSetting {
  readonly style: Style;
  /** Milliseconds by the run's clock. */
  readonly elapsed: number;
  /** The clock was not that of the wall. */
  readonly simulated: boolean;
  /** Everything that was called says what it creates, so that nothing named means nothing created. @default true */
  readonly createdIsKnown?: boolean;
  /** Sentences are broken into lines of this width; absent where lines have no end. */
  readonly columns?: number;
}

/** Tells how a run ended: its outputs, or why it failed, what was not done and what is left behind. */
export function describeEnd(report: RunReport, setting: EndSetting): string {
  const lines = [
    heading(report, setting),
    ...(report.status === 'completed'
      ? describeOutputs(report.outputs, setting.style)
      : describeFailure(report, setting)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function heading(
  { status, target }: RunReport,
  { style, elapsed, simulated }: EndSetting,
): string {
  const verdict =
    status === 'completed' ? style('green', `✔ ${status}`) : style('red', `✖ ${status}`);
  const took = `${formatDuration(elapsed)}${simulated ? ' (simulated)' : ''}`;
  return `${verdict} after ${took}, on ${printable(target)}`;
}

function describeFailure(report: RunReport, setting: EndSetting): readonly string[] {
  const { failure, leftBehind, abortedIn, outputs } = report;
  const { style, columns = Infinity } = setting;
  const interrupted =
    abortedIn === undefined ? [] : [`Interrupted in step "${abortedIn}".`];
  const reasons = failure === undefined ? interrupted : failure.message.split('\n');
  const notDone = failure?.notDone ?? [];
  const resources = failure?.leftBehind ?? leftBehind ?? [];
  const outputLines = describeOutputs(outputs, style);
  return [
    ...reasons.flatMap((line) => wrapText(printable(line), columns, '  ')),
    ...(notDone.length === 0 ? [] : section('not done', [nameSome(notDone)], style)),
    ...describeLeftBehind(resources, {
      ...setting,
      createdIsKnown: (setting.createdIsKnown ?? true) || isNothingSent(report),
    }),
    ...(outputLines.length === 0
      ? []
      : [
          `  ${style('dim', 'outputs so far')}`,
          ...outputLines.map((line) => `  ${line}`),
        ]),
  ];
}

/** Nothing reached a server, and nothing is on its way to one. */
function isNothingSent({ steps, failure, abortedIn }: RunReport): boolean {
  const stoppedIn = failure?.kind === 'timeout' ? failure.stepId : abortedIn;
  return stoppedIn === undefined && steps.every(({ requests }) => requests === 0);
}

const shownNames = 12;

/** A long workflow has more steps than anybody wants to read; `--json` has them all. */
function nameSome(names: readonly string[]): string {
  const more = names.length - shownNames;
  const shown = names.slice(0, shownNames).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

const nothing = 'nothing: nothing was created';
const unknown = 'not known: these APIs do not say what their operations create';

function describeLeftBehind(
  resources: readonly CreatedResource[],
  { style, simulated, createdIsKnown }: EndSetting,
): readonly string[] {
  if (resources.length === 0)
    return section('left behind', [createdIsKnown === true ? nothing : unknown], style);
  const lines = resources.flatMap(({ resource, id, look, operationId }) => {
    const what =
      id === undefined
        ? `perhaps a new ${resource}: ${operationId} was sent, what became of it is not known`
        : `${resource} ${id}`;
    if (simulated) return [`${what} (gone with the simulator)`];
    return look === undefined ? [what] : [what, `  see: ${look}`];
  });
  return section('left behind', lines, style);
}

const labelWidth = 13;

/** Lines with a label before the first. */
function section(
  label: string,
  lines: readonly string[],
  style: Style,
): readonly string[] {
  return lines.map((line, index) => {
    const start = (index === 0 ? label : '').padEnd(labelWidth);
    return `  ${style('dim', start)}${printable(line)}`;
  });
}

function describeOutputs(outputs: RunReport['outputs'], style: Style): readonly string[] {
  const entries = Object.entries(outputs).map(
    ([name, value]) => [printable(name), value] as const,
  );
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.flatMap(([name, value]) => {
    const lines = (typeof value === 'string' ? value : JSON.stringify(value, null, 2))
      .split('\n')
      .map(printable);
    // An object or a long text begins on a line of its own.
    return lines.length === 1
      ? [`  ${style('bold', name.padEnd(width))}  ${lines[0]}`]
      : [`  ${style('bold', name)}`, ...lines.map((line) => `    ${line}`)];
  });
}
