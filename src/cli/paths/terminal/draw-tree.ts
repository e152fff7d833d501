import { displayWidth } from '../../../diagnostics/display-width.ts';
import type { Path } from '../../../analysis/paths/path.ts';
import { mainBranch } from '../../../testing/reports/path-tree.ts';
import type { PathTree } from '../../../testing/reports/path-tree.ts';
import { isResult } from '../../../testing/reports/shown-workflow.ts';
import type { PathResult } from '../../../testing/run-paths/path-result.ts';
import { joinLabels } from './join-labels.ts';
import type { TerminalSetting } from './terminal-setting.ts';

/** A line of a drawn tree. */
export interface TreeLine {
  readonly text: string;
  /** Whether a path ends in it. */
  readonly isEnd: boolean;
}

/** What stands before a line: where it hangs, and where what belongs to it hangs. */
interface Place {
  readonly joint: string;
  readonly stem: string;
}

/**
 * Draws paths that begin alike as a tree, line by line. The branch with the most paths goes straight
 * on below the others, so that the picture of a long workflow is long and not wide.
 */
export function* drawTree(
  tree: PathTree,
  setting: TerminalSetting,
  place: Place = { joint: '  ', stem: '  ' },
): Generator<TreeLine> {
  let [node, { joint }]: [PathTree, { joint: string }] = [tree, place];
  const { stem } = place;
  for (;;) {
    yield* drawNode(node, joint, setting);
    const main = mainBranch(node);
    for (const branch of node.branches) {
      if (branch !== main) yield* drawTree(branch, setting, hangOn(branch, stem));
    }
    if (main === undefined) return;
    joint = isLeaf(main) ? `${stem}└─ ` : stem;
    node = main;
  }
}

function isLeaf({ branches }: PathTree): boolean {
  return branches.length === 0;
}

function hangOn(branch: PathTree, stem: string): Place {
  return { joint: `${stem}├─${isLeaf(branch) ? ' ' : ''}`, stem: `${stem}│ ` };
}

function* drawNode(
  { labels, paths, branches }: PathTree,
  joint: string,
  setting: TerminalSetting,
): Generator<TreeLine> {
  const { style, columns } = setting;
  const room = columns - displayWidth(joint);
  if (branches.length > 0 && labels.length > 0) {
    const text = joinLabels(labels, room - 2);
    yield { text: `${style('dim', `${joint}●`)} ${text}`, isEnd: false };
  }
  const last = branches.length > 0 ? [] : labels;
  const before = branches.length > 0 ? `${joint}├─ ` : joint;
  for (const path of paths)
    yield { text: drawEnd(path, last, before, setting), isEnd: true };
}

function drawEnd(
  path: Path | PathResult,
  labels: readonly string[],
  joint: string,
  { style, columns }: TerminalSetting,
): string {
  const mark = isResult(path) ? `${markOf(path, style)} ` : '';
  const room = columns - displayWidth(`${joint}✓  → ${path.end}`);
  const text = joinLabels(labels, room);
  const end = style('dim', `${text === '' ? '' : ' '}→ ${path.end}`);
  return `${style('dim', joint)}${mark}${text}${end}`;
}

/** A tick or a cross. */
export function markOf(
  { result }: Pick<PathResult, 'result'>,
  style: TerminalSetting['style'],
): string {
  return result === 'passed' ? style('green', '✓') : style('red', '✗');
}
