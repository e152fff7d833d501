import { printable } from '../../../diagnostics/index.ts';
import { isFailed } from '../../../testing/reports/shown-workflow.ts';
import type { ShownWorkflow } from '../../../testing/reports/shown-workflow.ts';
import { pathEvents } from '../../../testing/reports/path-events.ts';
import type { PathResult } from '../../../testing/run-paths/path-result.ts';
import { wrapText } from '../../wrap-text.ts';
import { describeProblem } from './describe-problem.ts';
import { joinLabels } from './join-labels.ts';
import type { TerminalSetting } from './terminal-setting.ts';

const shownPaths = 10;
const shownProblems = 5;

/** The paths that failed, with what was expected and what was seen. */
export function describeFailures(
  { paths, gone = [] }: ShownWorkflow,
  setting: TerminalSetting,
): readonly string[] {
  const failed = paths.filter(isFailed);
  return [
    ...some(failed, shownPaths, 'failed paths', setting).flatMap((path) =>
      typeof path === 'string' ? path : ['', ...describeFailure(path, setting)],
    ),
    ...describeGone(gone, setting),
  ];
}

function describeFailure(path: PathResult, setting: TerminalSetting): readonly string[] {
  const { style, columns } = setting;
  const labels = [...pathEvents(path).map(({ label }) => label), path.end];
  const problems = some(path.problems, shownProblems, 'problems', setting);
  return [
    `  ${style('red', '✗')} ${style('bold', joinLabels(labels, columns - 4))}`,
    ...wrapText(printable(`with ${path.inputs.name}`), columns, '    ').map((line) =>
      style('dim', line),
    ),
    ...problems.flatMap((problem) =>
      typeof problem === 'string'
        ? `  ${problem}`
        : describeProblem(problem, path, setting),
    ),
  ];
}

function describeGone(
  gone: readonly string[],
  setting: TerminalSetting,
): readonly string[] {
  if (gone.length === 0) return [];
  const { style, columns } = setting;
  const names = some(gone, shownPaths, 'paths', setting);
  return [
    '',
    `  ${style('red', '✗')} ${style('bold', 'recorded, and no longer there')}`,
    ...names.map((name) => `    ${joinLabels(name.split(' → '), columns - 4)}`),
  ];
}

/** The first of many, and a line that says how many more there are. */
function some<Item>(
  items: readonly Item[],
  most: number,
  what: string,
  { style, verbose }: TerminalSetting,
): readonly (Item | string)[] {
  if (verbose || items.length <= most) return items;
  const more = items.length - most;
  const remark = `  … ${more} more ${what}: --verbose shows them, --json has them`;
  return [...items.slice(0, most), style('dim', remark)];
}
