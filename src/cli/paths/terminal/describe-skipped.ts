import { printable } from '../../../diagnostics/index.ts';
import { groupSkipped } from '../../../testing/reports/group-skipped.ts';
import type { SkippedGroup } from '../../../testing/reports/group-skipped.ts';
import { pathEvents } from '../../../testing/reports/path-events.ts';
import { isSkipped } from '../../../testing/reports/shown-workflow.ts';
import type { ShownWorkflow } from '../../../testing/reports/shown-workflow.ts';
import { wrapText } from '../../wrap-text.ts';
import { joinLabels } from './join-labels.ts';
import type { TerminalSetting } from './terminal-setting.ts';

const shownPaths = 3;

/** The paths that could not be run as they are and why, and what to know about who answered the calls. */
export function describeSkipped(
  { paths, remarks = [] }: ShownWorkflow,
  setting: TerminalSetting,
): readonly string[] {
  const { style, columns, hide } = setting;
  const groups = groupSkipped(paths.filter(isSkipped).map(hide));
  const told = remarks.flatMap((remark) => wrapText(printable(remark), columns, '  '));
  return [
    ...groups.flatMap((group) => ['', ...describeGroup(group, setting)]),
    ...(told.length === 0 ? [] : ['', ...told.map((line) => style('dim', line))]),
  ];
}

function describeGroup(
  { reason, paths }: SkippedGroup,
  { style, columns, verbose }: TerminalSetting,
): readonly string[] {
  const count =
    paths.length === 1 ? '1 path was skipped' : `${paths.length} paths were skipped`;
  const shown = verbose ? paths : paths.slice(0, shownPaths);
  const more = paths.length - shown.length;
  return [
    `  ${style('yellow', '–')} ${style('bold', count)}`,
    ...wrapText(printable(reason), columns, '    '),
    ...shown.map((path) => {
      const labels = [...pathEvents(path).map(({ label }) => label), path.end];
      return style('dim', `      ${joinLabels(labels, columns - 6)}`);
    }),
    ...(more === 0 ? [] : [style('dim', `      … ${more} more: --verbose shows them`)]),
  ];
}
