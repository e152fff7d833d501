import type { AnyEventObject } from 'xstate';
import { OperationError } from '../../diagnostics/index.ts';
import type { Reply, ReplyError } from '../cases/case.ts';

/** The event that XState sends when the actor with this id ends with a reply. */
export function toReplyEvent(id: string, reply: Reply): AnyEventObject {
  if ('error' in reply) {
    const error = toError(reply.error);
    return { type: `xstate.error.actor.${id}`, error, actorId: id };
  }
  return { type: `xstate.done.actor.${id}`, output: outputOf(reply), actorId: id };
}

const errors = new WeakMap<ReplyError, OperationError>();

/** The same error each time: to make one takes longer than all else about an event. */
function toError(reply: ReplyError): OperationError {
  const error = errors.get(reply) ?? new OperationError(reply.code, reply.message);
  errors.set(reply, error);
  return error;
}

/** What the actor of a call resolves with. */
export function outputOf(reply: Exclude<Reply, { readonly error: unknown }>): unknown {
  if ('answer' in reply) return reply.answer;
  return 'message' in reply ? reply.message : reply.output;
}
