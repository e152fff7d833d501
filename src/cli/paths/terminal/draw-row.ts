import { displayWidth } from '../../../diagnostics/display-width.ts';
import { isResult, isUnfinished } from '../../../testing/reports/shown-workflow.ts';
import type { TreeRow } from '../../../testing/reports/tree-rows.ts';
import type { PathResult } from '../../../testing/run-paths/path-result.ts';
import { joinLabels } from './join-labels.ts';
import type { TerminalSetting } from './terminal-setting.ts';

/** A row of a tree of paths as a line. */
export function drawRow(row: TreeRow, { style, columns }: TerminalSetting): string {
  const { labels, path } = row;
  const joint = jointOf(row);
  if (path === undefined) {
    const text = joinLabels(labels, columns - displayWidth(joint) - 1);
    return `${style('dim', joint)} ${text}`;
  }
  const mark = isResult(path) ? `${markOf(path, style)} ` : '';
  const room = columns - displayWidth(`${joint}✓  → ${path.end}`);
  const text = joinLabels(labels, room);
  const end = style('dim', `${text === '' ? '' : ' '}→ ${path.end}`);
  return `${style('dim', joint)} ${mark}${text}${end}`;
}

function jointOf({ depth, isHung, path }: TreeRow): string {
  const stem = `  ${'│ '.repeat(depth)}`;
  if (path !== undefined) return `${stem}${isHung ? '├─' : '└─'}`;
  return `${stem}${isHung ? '├─●' : '●'}`;
}

/** A tick, a cross, a dash, or a question mark where it is not known how it ends. */
function markOf(path: PathResult, style: TerminalSetting['style']): string {
  const { result } = path;
  if (isUnfinished(path)) return style('yellow', '?');
  if (result === 'skipped') return style('yellow', '–');
  return result === 'passed' ? style('green', '✓') : style('red', '✗');
}
