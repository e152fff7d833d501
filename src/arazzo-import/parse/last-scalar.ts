import { isMap, isScalar, isSeq } from 'yaml';
import type { Scalar } from 'yaml';

/** Gives you the last scalar of a tree of nodes, which is where an unclosed quotation mark is. */
export function lastScalar(node: unknown): Scalar | undefined {
  if (isScalar(node)) return node;
  if (isSeq(node)) return lastScalar(node.items.at(-1));
  if (!isMap(node)) return undefined;
  const last = node.items.at(-1);
  return lastScalar(last?.value ?? last?.key);
}
