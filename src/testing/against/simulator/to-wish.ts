import type { CallEnd } from '../../../analysis/paths/path.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import { valueAt } from '../../../machines/value-at.ts';
import type { RequestEffect } from '../../../services/healthlake/simulator/fault.ts';
import type { OperationAnswer, StatusKnowledge } from '../../../services/service.ts';

/** What the simulator is to do at a call, so that it ends as the path has it. */
export type Wish =
  | { readonly kind: 'perform' }
  /** What is looked at is to be in this status. */
  | { readonly kind: 'show'; readonly status: string }
  | { readonly kind: 'disturb'; readonly effect: RequestEffect };

/** What the simulator is to do so that a call of HealthLake ends like this. */
export function toWish(
  { reply, kind }: Pick<CallEnd, 'reply' | 'kind'>,
  knowledge: StatusKnowledge | undefined,
): Wish {
  if (!('answer' in reply)) return { kind: 'disturb', effect: 'reset' };
  const { answer } = reply;
  if (!isGood(answer)) return { kind: 'disturb', effect: effectOf(answer) };
  if (kind === 'broken') return { kind: 'disturb', effect: 'malformed' };
  const status = statusIn(answer, knowledge);
  return status === undefined ? { kind: 'perform' } : { kind: 'show', status };
}

/** Whether an answer says that all is well. */
export function isGood({ statusCode }: OperationAnswer): boolean {
  return statusCode >= 200 && statusCode < 300;
}

/** The status that an answer shows, where it shows one. */
export function statusIn(
  { body }: OperationAnswer,
  knowledge: StatusKnowledge | undefined,
): string | undefined {
  const value = knowledge && valueAt(body, knowledge.pointer);
  return typeof value === 'string' ? value : undefined;
}

/** By the name of the exception, or else by the status. */
function effectOf(answer: OperationAnswer): RequestEffect {
  const named = effectsByName.find(([name]) => nameOfError(answer).startsWith(name));
  if (named !== undefined) return named[1];
  const { statusCode } = answer;
  return effectsByStatus.get(statusCode) ?? (statusCode >= 500 ? '500' : 'access-denied');
}

const effectsByName: readonly (readonly [string, RequestEffect])[] = [
  ['AccessDenied', 'access-denied'],
  ['ResourceNotFound', 'not-found'],
  ['Throttling', 'throttle'],
  ['InternalServer', '500'],
  ['ServiceUnavailable', '503'],
];

const effectsByStatus: ReadonlyMap<number, RequestEffect> = new Map([
  [404, 'not-found'],
  [429, 'throttle'],
  [502, 'html'],
  [503, '503'],
]);

function nameOfError({ body, error }: OperationAnswer): string {
  const type = isObject(body) ? body['__type'] : undefined;
  const name = typeof type === 'string' ? type : (error?.type ?? '');
  return name.slice(name.indexOf('#') + 1);
}
