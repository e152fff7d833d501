import type { AnyEventObject } from 'xstate';
import { OperationError } from '../../diagnostics/index.ts';
import type { Reply } from '../cases/case.ts';

/** The event that XState sends when the actor with this id ends with a reply. */
export function toReplyEvent(id: string, reply: Reply): AnyEventObject {
  if ('error' in reply) {
    const { code, message } = reply.error;
    const error = new OperationError(code, message);
    return { type: `xstate.error.actor.${id}`, error, actorId: id };
  }
  return { type: `xstate.done.actor.${id}`, output: outputOf(reply), actorId: id };
}

/** What the actor of a call resolves with. */
export function outputOf(reply: Exclude<Reply, { readonly error: unknown }>): unknown {
  if ('answer' in reply) return reply.answer;
  return 'message' in reply ? reply.message : reply.output;
}
