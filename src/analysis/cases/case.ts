import type { OperationErrorCode } from '../../diagnostics/index.ts';
import type { CalledOutput } from '../../machines/types.ts';
import type { Message } from '../../services/message-service.ts';
import type { OperationAnswer } from '../../services/service.ts';

/** One way in which a call can end that matters to its step, and why. Plain JSON. */
export interface Case {
  /** Tells it from the others of the step, stable from version to version: `CREATE_FAILED`, `404`. */
  readonly name: string;
  readonly kind: CaseKind;
  /** Why it matters, for people: `DatastoreStatus is CREATE_FAILED, which no action names`. */
  readonly reason: string;
  readonly reply: Reply;
}

/**
 * - `action`: an action of the document is taken
 * - `next`: the step succeeds and no action is taken
 * - `status`: an enumerated value of a status that no criterion names
 * - `output`: a value of an output that a later criterion asks for
 * - `criteria`: the success criteria do not hold
 * - `documented`: a status code that the API description documents
 * - `throttled`: the API asks to come back later
 * - `broken`: the body is not what was promised
 * - `no-answer`: there is no answer
 * - `called`: a called workflow ends in a way of its own
 * - `given`: the user has added it
 */
export type CaseKind =
  | 'action'
  | 'next'
  | 'status'
  | 'output'
  | 'criteria'
  | 'documented'
  | 'throttled'
  | 'broken'
  | 'no-answer'
  | 'called'
  | 'given';

/** How a call ends. */
export type Reply =
  | { readonly answer: OperationAnswer }
  | { readonly message: Message }
  | { readonly output: CalledOutput }
  | { readonly error: ReplyError };

/** Why there is no answer. */
export interface ReplyError {
  readonly code: OperationErrorCode;
  readonly message: string;
}
