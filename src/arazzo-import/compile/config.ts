import type { OperationReference } from '../../services/service.ts';
import type { Json, JsonObject } from '../document.ts';
import type { CriterionPlan, RequestBodyPlan, SourcePlan } from '../plan.ts';

/**
 * A workflow as an XState v5 machine config that is JSON and nothing else: guards, actions and
 * actors are names with params, expressions and criteria stand in it as the document has them.
 *
 * It is the single source of everything that is done with a workflow. `JSON.parse(JSON.stringify())`
 * of it loads the same machine; bare `createMachine(config)` accepts it.
 */
export interface WorkflowConfig {
  /** The workflowId, made safe. */
  readonly id: string;
  readonly description?: string;
  readonly meta: WorkflowMeta;
  readonly initial: string;
  /** The limit of steps. */
  readonly always?: readonly TransitionConfig[];
  /** The time limit of the whole run. */
  readonly invoke?: InvokeConfig;
  readonly states: Readonly<Record<string, StateConfig>>;
}

/** What the document says about the workflow as a whole. */
export interface WorkflowMeta {
  readonly workflowId: string;
  readonly summary?: string;
  /** JSON Schema (2020-12) of the inputs. */
  readonly inputs?: JsonObject | boolean;
  /** Runtime expressions, evaluated when the workflow ends. */
  readonly outputs: Readonly<Record<string, Json>>;
  readonly sources: Readonly<Record<string, SourcePlan>>;
}

export interface StateConfig {
  readonly description?: string;
  readonly meta?: StepMeta;
  readonly type?: 'final';
  readonly output?: Ending;
  readonly entry?: readonly ActionConfig[];
  readonly invoke?: InvokeConfig;
  readonly always?: readonly TransitionConfig[];
  readonly initial?: string;
  readonly states?: Readonly<Record<string, StateConfig>>;
}

/** What the document says about a step, on the step's state. */
export interface StepMeta {
  readonly stepId: string;
  readonly operation: OperationReference;
  readonly successCriteria: readonly CriterionPlan[];
  /** The names of the step's actions, in the order in which they are tried. */
  readonly onSuccess: readonly string[];
  readonly onFailure: readonly string[];
  readonly outputs: Readonly<Record<string, Json>>;
}

/** How a final state ends the workflow. */
export interface Ending {
  readonly status: 'completed' | 'ended' | 'failed';
}

/** The call of an operation, or a wait. */
export interface InvokeConfig {
  readonly id: string;
  /** The operation's name, or `wait`. */
  readonly src: string;
  readonly input: CallTemplate | WaitTemplate;
  readonly onDone: readonly TransitionConfig[];
  readonly onError?: readonly TransitionConfig[];
}

/** The request of a step, its runtime expressions not yet evaluated. */
export interface CallTemplate {
  readonly stepId: string;
  readonly operation: OperationReference;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly value: Json;
  }[];
  readonly requestBody?: RequestBodyPlan;
  /** Milliseconds until the call is given up. */
  readonly timeout?: number;
}

/** A wait of a fixed length, or the one that the transition before has planned. */
type WaitTemplate = { readonly milliseconds: number } | { readonly stepId: string };

export interface TransitionConfig {
  readonly guard?: GuardConfig;
  readonly target: string;
  readonly actions?: readonly ActionConfig[];
  /** The criteria, as the document has them. */
  readonly description?: string;
  readonly meta?: TransitionMeta;
}

/** Why a transition is there. */
export interface TransitionMeta {
  readonly kind: TransitionKind;
  /** The Success or Failure Action's name, when the document has written it. */
  readonly action?: string;
}

/**
 * - `action`: an action of the document
 * - `next`: the next step in the list, or the end after the last one
 * - `pending`: a poll met a status that no action names and that is still moving
 * - `unmatched`: a poll met a status that no action names
 * - `criteria`: the success criteria do not hold and no failure action matches
 * - `no-answer`: there was no answer and no failure action matches
 */
export type TransitionKind =
  'action' | 'next' | 'pending' | 'unmatched' | 'criteria' | 'no-answer';

export type GuardConfig =
  | { readonly type: string; readonly params: ActionGuardParams }
  | {
      readonly type: 'succeeded' | 'stillPending';
      readonly params: { readonly stepId: string };
    }
  | { readonly type: 'inputsValid' }
  | { readonly type: 'stepLimitReached'; readonly params: { readonly maxSteps: number } };

/** The guard of a Success or Failure Action; its type is the action's name. */
export interface ActionGuardParams {
  readonly stepId: string;
  readonly on: 'success' | 'failure';
  readonly criteria: readonly CriterionPlan[];
  /** For `retry`: how often it may be taken in one visit of the step. */
  readonly retryLimit?: number;
}

export type ActionConfig =
  | {
      readonly type: 'beginCall' | 'recordAnswer';
      readonly params: { readonly stepId: string };
    }
  | { readonly type: 'planWait'; readonly params: PlanWaitParams }
  | { readonly type: 'recordFailure'; readonly params: RecordFailureParams };

/** What is waited for, and how long. */
export interface PlanWaitParams {
  readonly stepId: string;
  readonly reason: WaitReason;
  /** The action that asked for it. */
  readonly action?: string;
  /** Milliseconds between polls when the caller has fixed them; else the service knows, else 5 s. */
  readonly interval?: number;
  /** Seconds of a `retry` action. */
  readonly retryAfter?: number;
}

/** `poll`: the step goes to itself, a new visit. `repeat`: the same visit and token, another attempt. */
export type WaitReason = 'poll' | 'repeat' | 'retry';

export interface RecordFailureParams {
  readonly kind: FailureKind;
  readonly stepId?: string;
}

/**
 * - `inputs`: the inputs do not fit the workflow's schema; nothing was called
 * - `criteria`: the answer does not meet the success criteria
 * - `unmatched`: a poll met a status that no action names and that is not known to be moving
 * - `no-answer`: the operation has no answer
 * - `step-limit`, `timeout`: the run was ended by a limit
 */
export type FailureKind =
  'inputs' | 'criteria' | 'unmatched' | 'no-answer' | 'step-limit' | 'timeout';

/** Choices that shape the machine. */
export interface CompileOptions {
  /** What a poll does with a status that none of its actions names. @default 'fail' */
  readonly unmatchedPoll?: 'fail' | 'next';
  /** Milliseconds between polls, instead of what the service knows. */
  readonly pollInterval?: number;
  /** Calls that a run may make before it is ended as failed. @default 10000 */
  readonly maxSteps?: number;
  /** Milliseconds that a run may take before it is ended as failed. @default no limit */
  readonly timeout?: number;
  /** Milliseconds that one call may take. @default no limit but the service's own */
  readonly stepTimeout?: number;
}
