import type { Path } from '../../analysis/paths/path.ts';
import type { PathResult } from '../run-paths/path-result.ts';
import { pathEvents } from './path-events.ts';

/** Paths that begin alike, drawn together. */
export interface PathTree {
  /** What happens one after the other, before paths part or end. */
  readonly labels: readonly string[];
  /** The paths that end here. */
  readonly paths: readonly (Path | PathResult)[];
  /** How it goes on, in the order of the paths. */
  readonly branches: readonly PathTree[];
  /** The paths that end here or further on. */
  readonly size: number;
}

interface Growing {
  readonly label: string | undefined;
  readonly paths: (Path | PathResult)[];
  readonly branches: Map<string, Growing>;
}

/** The tree of paths: those that begin alike share a beginning. */
export function toPathTree(paths: readonly (Path | PathResult)[]): PathTree {
  const root = createNode();
  const isVaried = new Set(paths.map(({ inputs }) => inputs.name)).size > 1;
  for (const path of paths) {
    const beginning = isVaried ? [path.inputs.name] : [];
    const labels = [...beginning, ...pathEvents(path).map(({ label }) => label)];
    labels.reduce(grow, root).paths.push(path);
  }
  return toTree(root);
}

function createNode(label?: string): Growing {
  return { label, paths: [], branches: new Map() };
}

function grow({ branches }: Growing, label: string): Growing {
  const branch = branches.get(label) ?? createNode(label);
  branches.set(label, branch);
  return branch;
}

/** From the leaves to the root, without recursion: a path may have thousands of events. */
function toTree(root: Growing): PathTree {
  const order = [root];
  // It grows while it is read.
  for (const node of order)
    for (const branch of node.branches.values()) order.push(branch);
  const trees = new Map<Growing, PathTree>();
  for (const node of order.toReversed()) {
    const branches = [...node.branches.values()].flatMap(
      (branch) => trees.get(branch) ?? [],
    );
    trees.set(node, join(node, branches));
  }
  return trees.get(root) ?? join(root, []);
}

/** What has only one way to go on becomes one with it. */
function join({ label, paths }: Growing, branches: readonly PathTree[]): PathTree {
  const labels = label === undefined ? [] : [label];
  const [only] = branches;
  if (only !== undefined && branches.length === 1 && paths.length === 0)
    return { ...only, labels: [...labels, ...only.labels] };
  const size = branches.reduce((sum, branch) => sum + branch.size, paths.length);
  return { labels, paths, branches, size };
}

/** The branch that a picture goes straight on with: the one with the most paths, or that completes. */
export function mainBranch({ branches }: PathTree): PathTree | undefined {
  return branches.reduce<PathTree | undefined>(
    (best, branch) =>
      best === undefined || weigh(branch) >= weigh(best) ? branch : best,
    undefined,
  );
}

function weigh({ size, paths }: PathTree): number {
  return size + (paths.some(({ end }) => end === 'completed') ? 0.5 : 0);
}
