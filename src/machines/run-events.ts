import type { TransitionMeta } from '../arazzo-import/compile/config.ts';
import type { Message } from '../services/message-service.ts';
import type { OperationAnswer } from '../services/service.ts';
import type { MessageInput } from './message-actor.ts';
import type { OperationInput } from './operation-actor.ts';
import type {
  CalledOutput,
  PlannedWait,
  WorkflowContext,
  WorkflowOutput,
} from './types.ts';

/** Something that happened in a run. Times are milliseconds since 1970, by the run's clock. */
export type RunEvent =
  CallEvent | AnswerEvent | WaitEvent | EnterEvent | LeaveEvent | EndEvent;

/** Where in a run something happened. */
export interface Place {
  readonly workflowId: string;
  /** How many workflows this one is called within; 0 for the one that the run began with. */
  readonly depth: number;
}

/** A workflow within the run begins. */
export interface EnterEvent extends Place {
  readonly type: 'enter';
  readonly at: number;
}

/** A workflow within the run has ended; one that a limit has stopped has failed without a reason. */
export interface LeaveEvent extends Place {
  readonly type: 'leave';
  readonly at: number;
  readonly output: CalledOutput;
}

/** A step calls its operation, or uses its channel. */
export interface CallEvent extends CallIdentity {
  readonly type: 'call';
  readonly at: number;
  readonly request: OperationInput | MessageInput;
}

/** A call was answered, or it is certain that it will not be. */
export interface AnswerEvent extends CallIdentity {
  readonly type: 'answer';
  readonly request: OperationInput | MessageInput;
  readonly at: number;
  readonly startedAt: number;
  /** How long the call took on the wall clock, in milliseconds. */
  readonly durationMs: number;
  readonly answer: OperationAnswer | undefined;
  /** What was sent or received, by a step that uses a channel. */
  readonly message?: Message | undefined;
  readonly error: { readonly type: string; readonly message: string } | undefined;
  /** Why the transition was taken; `undefined` when a limit ended the run. */
  readonly transition: TransitionMeta | undefined;
  readonly context: WorkflowContext;
}

/** The run waits before it calls again. */
export interface WaitEvent extends PlannedWait, Place {
  readonly type: 'wait';
  readonly at: number;
}

/** The run has ended. */
export interface EndEvent {
  readonly type: 'end';
  readonly at: number;
  readonly output: WorkflowOutput;
}

interface CallIdentity extends Place {
  readonly stepId: string;
  readonly visit: number;
  readonly attempt: number;
  readonly operation: string;
}
