import { toPathTree } from '../../../testing/reports/path-tree.ts';
import type { ShownWorkflow } from '../../../testing/reports/shown-workflow.ts';
import { treeRows } from '../../../testing/reports/tree-rows.ts';
import { drawRow } from './draw-row.ts';
import type { TerminalSetting } from './terminal-setting.ts';

const shownLines = 40;

/** The paths of a workflow as a tree; of many only the first lines, unless all are wanted. */
export function describeTree(
  { paths }: ShownWorkflow,
  setting: TerminalSetting,
): readonly string[] {
  const lines: string[] = [];
  let ends = 0;
  for (const row of treeRows(toPathTree(paths))) {
    if (!setting.verbose && lines.length === shownLines) break;
    lines.push(drawRow(row, setting));
    if (row.path !== undefined) ends += 1;
  }
  const more = paths.length - ends;
  if (more === 0) return lines;
  const remark = `… ${more} more ${more === 1 ? 'path' : 'paths'}: --verbose draws them, --json has them`;
  return [...lines, setting.style('dim', `  ${remark}`)];
}
