import { printable } from '../../../diagnostics/index.ts';
import { groupFailures } from '../../../testing/reports/group-failures.ts';
import type { FailureGroup } from '../../../testing/reports/group-failures.ts';
import { pathEvents } from '../../../testing/reports/path-events.ts';
import { isFailed } from '../../../testing/reports/shown-workflow.ts';
import type { ShownWorkflow } from '../../../testing/reports/shown-workflow.ts';
import type { PathResult } from '../../../testing/run-paths/path-result.ts';
import { wrapText } from '../../wrap-text.ts';
import { describeProblem } from './describe-problem.ts';
import { joinLabels } from './join-labels.ts';
import type { TerminalSetting } from './terminal-setting.ts';

const shownGroups = 10;
const shownOthers = 3;
const shownProblems = 5;
const shownGone = 10;

/** The paths that failed, with what was expected and what was seen. */
export function describeFailures(
  { paths, gone = [] }: ShownWorkflow,
  setting: TerminalSetting,
): readonly string[] {
  const groups = groupFailures(paths.filter(isFailed));
  const { shown, remark } = some(groups, shownGroups, 'other failures', setting);
  return [
    ...shown.flatMap((group) => ['', ...describeGroup(group, setting)]),
    ...remark,
    ...describeGone(gone, setting),
  ];
}

function describeGroup(
  { first, others }: FailureGroup,
  setting: TerminalSetting,
): readonly string[] {
  const { style, columns, hide } = setting;
  const path = hide(first);
  const problems = some(path.problems, shownProblems, 'problems', setting);
  const same = some(others, shownOthers, 'paths', setting);
  const count = `${others.length} more ${others.length === 1 ? 'path fails' : 'paths fail'} in the same way`;
  return [
    `  ${style('red', '✗')} ${style('bold', nameOf(path, columns - 4))}`,
    ...wrapText(printable(`with ${path.inputs.name}`), columns, '    ').map((line) =>
      style('dim', line),
    ),
    ...problems.shown.flatMap((problem) => describeProblem(problem, path, setting)),
    ...problems.remark,
    ...(others.length === 0 ? [] : [`    ${style('red', count)}`]),
    ...same.shown.map((other) => style('dim', `      ${nameOf(other, columns - 6)}`)),
    ...same.remark,
  ];
}

function nameOf(path: PathResult, width: number): string {
  return joinLabels([...pathEvents(path).map(({ label }) => label), path.end], width);
}

function describeGone(
  gone: readonly string[],
  setting: TerminalSetting,
): readonly string[] {
  if (gone.length === 0) return [];
  const { style, columns } = setting;
  const { shown, remark } = some(gone, shownGone, 'paths', setting);
  return [
    '',
    `  ${style('red', '✗')} ${style('bold', 'recorded, and no longer there')}`,
    ...shown.map((name) => `    ${joinLabels(name.split(' → '), columns - 4)}`),
    ...remark,
  ];
}

/** The first of many, and a line that says how many more there are. */
function some<Item>(
  items: readonly Item[],
  most: number,
  what: string,
  { style, verbose }: TerminalSetting,
): { readonly shown: readonly Item[]; readonly remark: readonly string[] } {
  if (verbose || items.length <= most) return { shown: items, remark: [] };
  const more = items.length - most;
  const remark = `      … ${more} more ${what}: --verbose shows them, --json has them`;
  return { shown: items.slice(0, most), remark: [style('dim', remark)] };
}
