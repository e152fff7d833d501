import { isNode } from 'yaml';

/** Gives you where a node of a YAML text begins and ends, as offsets. */
export function spanOf(node: unknown): [start: number, end: number] {
  const range = isNode(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [0, 0];
}
