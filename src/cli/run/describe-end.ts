import { printable } from '../../diagnostics/index.ts';
import type { CreatedResource, Failure } from '../../machines/index.ts';
import { formatDuration } from '../parse-duration.ts';
import type { Style } from '../style.ts';
import type { RunReport } from './run-report.ts';

/** What the end of a run is told with. */
export interface EndSetting {
  readonly style: Style;
  /** Milliseconds by the run's clock. */
  readonly elapsed: number;
  /** The clock was not that of the wall. */
  readonly simulated: boolean;
  /** What to add to a command that looks at a resource; `undefined` where the resource is gone. */
  readonly lookSuffix: string | undefined;
}

/** Tells how a run ended: its outputs, or why it failed, what was not done and what is left behind. */
export function describeEnd(report: RunReport, setting: EndSetting): string {
  const { style, elapsed, simulated } = setting;
  const { status, target, failure, outputs } = report;
  const took = `${formatDuration(elapsed)}${simulated ? ' (simulated)' : ''}`;
  const heading = `${style(status === 'completed' ? 'green' : 'red', `${status === 'completed' ? '✔' : '✖'} ${status}`)} after ${took}, on ${target}`;
  return [
    heading,
    ...(failure === undefined ? [] : describeFailure(failure, setting)),
    ...(report.leftBehind === undefined
      ? []
      : describeLeftBehind(report.leftBehind, setting)),
    ...describeOutputs(outputs, style),
    '',
  ].join('\n');
}

function describeFailure(failure: Failure, setting: EndSetting): readonly string[] {
  const { style } = setting;
  const { message, notDone, leftBehind } = failure;
  return [
    ...message.split('\n').map((line) => `  ${printable(line)}`),
    ...(notDone.length === 0
      ? []
      : [`  ${style('dim', 'not done')}   ${notDone.join(', ')}`]),
    ...describeLeftBehind(leftBehind, setting),
  ];
}

function describeLeftBehind(
  resources: readonly CreatedResource[],
  { style, lookSuffix }: EndSetting,
): readonly string[] {
  if (resources.length === 0)
    return [`  ${style('dim', 'left')}       nothing was created`];
  return resources.flatMap(({ resource, id, look, operationId }) => {
    const what =
      id === undefined
        ? `perhaps a new ${resource}: ${operationId} was sent and its answer is not known`
        : `${resource} ${printable(id)}`;
    const how =
      lookSuffix === undefined
        ? 'it was on the simulator and is gone with it'
        : look === undefined
          ? ''
          : `see: ${printable(look)}${lookSuffix}`;
    return [
      `  ${style('yellow', 'left')}       ${what}`,
      ...(how === '' ? [] : [`             ${how}`]),
    ];
  });
}

function describeOutputs(outputs: RunReport['outputs'], style: Style): readonly string[] {
  const entries = Object.entries(outputs);
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
    return `  ${style('bold', name.padEnd(width))}  ${text.split('\n').map(printable).join('\n  ')}`;
  });
}
