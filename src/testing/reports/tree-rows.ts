import type { Path } from '../../analysis/paths/path.ts';
import type { PathResult } from '../run-paths/path-result.ts';
import { mainBranch } from './path-tree.ts';
import type { PathTree } from './path-tree.ts';

/** A row of a drawn tree: what happens before paths part, or how a path goes on to its end. */
export interface TreeRow {
  /** How far it is from the trunk. */
  readonly depth: number;
  /** It hangs on the stem of this depth; else the stem goes on with it. */
  readonly isHung: boolean;
  readonly labels: readonly string[];
  /** The path that ends here. */
  readonly path?: Path | PathResult;
}

/**
 * The rows of a tree from top to bottom. The branch with the most paths goes straight on below the
 * others, so that the picture of a long workflow is long and not wide.
 *
 * @yields the rows, the root first
 */
export function* treeRows(tree: PathTree, depth = 0): Generator<TreeRow> {
  const isRoot = depth === 0;
  yield* rowsOf(tree, { depth: isRoot ? 0 : depth - 1, isHung: !isRoot });
  let node = tree;
  for (;;) {
    const main = mainBranch(node);
    for (const branch of node.branches) {
      if (branch === main) continue;
      if (branch.branches.length > 0) yield* treeRows(branch, depth + 1);
      else yield* rowsOf(branch, { depth, isHung: true });
    }
    if (main === undefined) return;
    yield* rowsOf(main, { depth, isHung: false });
    node = main;
  }
}

function* rowsOf(
  { labels, paths, branches }: PathTree,
  place: Pick<TreeRow, 'depth' | 'isHung'>,
): Generator<TreeRow> {
  const isLeaf = branches.length === 0;
  if (!isLeaf && labels.length > 0) yield { ...place, labels };
  for (const [index, path] of paths.entries())
    yield isLeaf
      ? { ...place, isHung: place.isHung || index < paths.length - 1, labels, path }
      : { ...place, isHung: true, labels: [], path };
}
