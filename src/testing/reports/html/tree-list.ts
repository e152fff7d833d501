import type { PathResult } from '../../run-paths/path-result.ts';
import { foldRepeats } from '../fold-repeats.ts';
import { toPathTree } from '../path-tree.ts';
import { treeRows } from '../tree-rows.ts';
import type { TreeRow } from '../tree-rows.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { mark } from './path-details.ts';

/** The paths of a workflow as a tree, each with a link to what happened on it. */
export function treeList(
  paths: readonly PathResult[],
  idOf: (path: PathResult) => string | undefined,
): Markup {
  const rows = [...treeRows(toPathTree(paths))];
  return markup`<ul class="tree">${rows.map((row) => treeItem(row, idOf))}</ul>`;
}

function treeItem(
  { depth, isHung, labels, path }: TreeRow,
  idOf: (path: PathResult) => string | undefined,
): Markup {
  const style = `--depth:${depth + (isHung ? 1 : 0)}`;
  const text = shorten(foldRepeats(labels)).join(' → ');
  if (path === undefined)
    return markup`<li class="trunk" style="${style}">${text}</li>\n`;
  const result = path as PathResult;
  const id = idOf(result);
  const name = markup`${text} <span class="faint">→ ${path.end}</span>`;
  const link = id === undefined ? name : markup`<a href="#${id}">${name}</a>`;
  return markup`<li style="${style}">${mark(result)} ${link}</li>\n`;
}

const longest = 40;

function shorten(labels: readonly string[]): readonly string[] {
  const more = labels.length - longest;
  if (more <= 0) return labels;
  return [...labels.slice(0, 10), `… ${more} more …`, ...labels.slice(10 - longest)];
}
