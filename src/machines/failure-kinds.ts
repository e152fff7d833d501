import type { FailureKind } from '../arazzo-import/compile/config.ts';
import type { Failure } from './types.ts';

const limits: ReadonlySet<FailureKind> = new Set([
  'step-limit',
  'depth-limit',
  'timeout',
]);

/** Whether a limit has ended a whole run: it is told as it is, however deep that happened. */
export function isLimit({ kind }: Pick<Failure, 'kind'>): boolean {
  return limits.has(kind);
}
