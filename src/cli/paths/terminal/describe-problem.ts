import type { Json } from '../../../arazzo-import/index.ts';
import { printable } from '../../../diagnostics/index.ts';
import { jsonDifferences } from '../../../testing/recording/json-differences.ts';
import { placeOfProblem } from '../../../testing/reports/describe-problem.ts';
import type { PathProblem, PathResult } from '../../../testing/run-paths/path-result.ts';
import { cutText } from '../../cut-text.ts';
import { wrapText } from '../../wrap-text.ts';
import type { TerminalSetting } from './terminal-setting.ts';

const shownDifferences = 6;

/** What was not as it should be on a path: where, what was expected, what was seen. */
export function describeProblem(
  problem: PathProblem,
  path: PathResult,
  setting: TerminalSetting,
): readonly string[] {
  const { style, columns } = setting;
  const { kind, message } = problem;
  const place = placeOfProblem(problem, path);
  const [first = '', ...rest] = wrapText(
    printable(`${kind}${place}: ${message}`),
    columns,
    '    ',
  );
  return [
    first.replace(kind, style('red', kind)),
    ...rest,
    ...describeValues(problem, setting),
  ];
}

/** Of objects and lists only what differs. */
function describeValues(
  { expected, actual }: PathProblem,
  setting: TerminalSetting,
): readonly string[] {
  if (expected === undefined && actual === undefined) return [];
  const { style, verbose } = setting;
  const differences = jsonDifferences(expected, actual);
  const shown = verbose ? differences : differences.slice(0, shownDifferences);
  const more = differences.length - shown.length;
  return [
    ...shown.flatMap(({ at, ...values }) => [
      ...(at === '' ? [] : [style('dim', `      at ${printable(at)}`)]),
      describeValue('expected', values.expected, setting),
      describeValue('seen', values.actual, setting),
    ]),
    ...(more === 0
      ? []
      : [style('dim', `      … ${more} more differences: --verbose lists them`)]),
  ];
}

function describeValue(
  label: string,
  value: Json | undefined,
  { style, columns, verbose }: TerminalSetting,
): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  const room = verbose ? Infinity : columns - 18;
  const look = label === 'expected' ? 'green' : 'red';
  return `      ${label.padEnd(9)} ${style(look, cutText(printable(text), room))}`;
}
