import type { ChannelReference } from '../../services/message-service.ts';
import type { OperationReference } from '../../services/service.ts';
import type { Json, JsonObject } from '../document.ts';
import type {
  CriterionPlan,
  RequestBodyPlan,
  SourcePlan,
  StepNeed,
  WorkflowReference,
} from '../plan.ts';

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
  /** The limits of steps and of depth. */
  readonly always?: readonly TransitionConfig[];
  /** The time limit of the whole run. */
  readonly invoke?: InvokeConfig;
  readonly states: Readonly<Record<string, StateConfig>>;
}

/** What the document says about the workflow as a whole. */
export interface WorkflowMeta {
  readonly workflowId: string;
  /** The name of its document among the sources, for a workflow of another document: `auth`. */
  readonly document?: string;
  readonly summary?: string;
  /** JSON Schema (2020-12) of the inputs. */
  readonly inputs?: JsonObject | boolean;
  /** The values of inputs that a run is not given: the schema's defaults. */
  readonly inputDefaults?: JsonObject;
  /** Runtime expressions, evaluated when the workflow ends. */
  readonly outputs: Readonly<Record<string, Json>>;
  readonly sources: Readonly<Record<string, SourcePlan>>;
  /** Whether objects may be Selector Objects: Arazzo 1.1. */
  readonly selectors?: true;
  /** `$self`: the canonical URI of the document. */
  readonly self?: string;
  /**
   * Every workflow that this one calls, goes to or depends on, and those that they do, by key: the
   * whole run in one config. Only on the workflow that a run begins with.
   */
  readonly workflows?: Readonly<Record<string, WorkflowConfig>>;
}

export interface StateConfig {
  readonly description?: string;
  readonly meta?: StepMeta;
  readonly type?: 'final';
  readonly output?: Ending;
  readonly entry?: readonly ActionConfig[];
  readonly invoke?: InvokeConfig | readonly InvokeConfig[];
  readonly always?: readonly TransitionConfig[];
  readonly initial?: string;
  readonly states?: Readonly<Record<string, StateConfig>>;
}

/** What the document says about a step, on the step's state. */
export interface StepMeta {
  readonly stepId: string;
  /** What it calls: one of these three. */
  readonly operation?: OperationReference;
  readonly workflow?: WorkflowReference;
  readonly channel?: ChannelReference;
  readonly successCriteria: readonly CriterionPlan[];
  /** The status codes that succeed without criteria: `404`, `2XX`, `default`. @default ['2XX'] */
  readonly acceptedStatuses?: readonly string[];
  /** The names of the step's actions, in the order in which they are tried. */
  readonly onSuccess: readonly string[];
  readonly onFailure: readonly string[];
  readonly outputs: Readonly<Record<string, Json>>;
}

/** How a final state ends the workflow. */
export type Ending =
  | { readonly status: 'completed' | 'ended' | 'failed' }
  /** A called workflow goes on as another one; whoever called it calls that one. */
  | { readonly status: 'goto'; readonly workflow: string };

/** The call of an operation, a workflow or a channel, or a wait. */
export interface InvokeConfig {
  readonly id: string;
  /** The name of the operation, workflow or channel, or `wait`. */
  readonly src: string;
  readonly input: CallTemplate | WorkflowCallTemplate | MessageTemplate | WaitTemplate;
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

/** The call of a workflow, the runtime expressions in its inputs not yet evaluated. */
export interface WorkflowCallTemplate {
  readonly workflow: WorkflowReference;
  /**
   * - `step`: a step calls it
   * - `helper`: a `retry` runs it before its step is called again
   * - `goto`: an action goes to it, of this workflow or of one that it calls
   * - `dependency`: it must be completed first
   */
  readonly reason: 'step' | 'helper' | 'goto' | 'dependency';
  /** The step that calls it; absent when it is the workflow itself. */
  readonly stepId?: string;
  /** The inputs of a step's workflow; those of others were planned by the transition before. */
  readonly inputs?: Readonly<Record<string, Json>>;
  /** Whether the caller looks at the last answer that the workflow got. */
  readonly keepsAnswer?: true;
}

/** The message of a step, its runtime expressions not yet evaluated. */
export interface MessageTemplate {
  readonly stepId: string;
  readonly action: 'send' | 'receive';
  readonly channel: ChannelReference;
  readonly parameters: CallTemplate['parameters'];
  readonly requestBody?: RequestBodyPlan;
  readonly correlationId?: Json;
  readonly correlationLocation?: string;
  /** Milliseconds until the step is given up. */
  readonly timeout?: number;
}

/** A wait of a fixed length, the one that the transition before has planned, or the limit of a step. */
type WaitTemplate =
  | { readonly milliseconds: number }
  | { readonly stepId: string }
  | { readonly limitOf: string };

export interface TransitionConfig {
  readonly guard?: GuardConfig;
  readonly target: string;
  /** Set when the state that it leaves is to be entered anew. */
  readonly reenter?: true;
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
 * - `workflow`: a called workflow has ended, or goes on as another one
 */
export type TransitionKind =
  'action' | 'next' | 'pending' | 'unmatched' | 'criteria' | 'no-answer' | 'workflow';

export type GuardConfig =
  | { readonly type: string; readonly params: ActionGuardParams }
  | {
      readonly type: 'succeeded' | 'stillPending';
      readonly params: { readonly stepId: string };
    }
  | { readonly type: 'inputsValid' }
  | { readonly type: 'stepLimitReached'; readonly params: { readonly maxSteps: number } }
  | { readonly type: 'depthLimitReached'; readonly params: { readonly maxDepth: number } }
  | {
      /** A workflow has been completed in this run; a called one goes on as this one. */
      readonly type: 'alreadyCompleted' | 'goesTo';
      readonly params: { readonly workflow: string };
    }
  | {
      readonly type: 'needsMore';
      readonly params: { readonly needs: readonly StepNeed[] };
    }
  | {
      readonly type: 'endedAs';
      readonly params: { readonly status: 'completed' | 'ended' };
    };

/** The guard of a Success or Failure Action; its type is the action's name. */
export interface ActionGuardParams {
  readonly stepId: string;
  readonly on: 'success' | 'failure';
  readonly criteria: readonly CriterionPlan[];
  /** For `retry`: how often it may be taken in one visit of the step. */
  readonly retryLimit?: number;
}

export type ActionConfig =
  | { readonly type: 'beginCall'; readonly params: BeginCallParams }
  | { readonly type: 'recordAnswer'; readonly params: { readonly stepId: string } }
  | { readonly type: 'recordWorkflow'; readonly params: RecordWorkflowParams }
  | { readonly type: 'planWait'; readonly params: PlanWaitParams }
  | { readonly type: 'planHandover'; readonly params: PlanHandoverParams }
  | { readonly type: 'recordFailure'; readonly params: RecordFailureParams };

/** A step whose call begins. */
export interface BeginCallParams {
  readonly stepId: string;
  /** Milliseconds until it is given up, when its time limit is an actor of its own. */
  readonly timeout?: number;
}

/** A workflow that has ended and that no step has called. */
export interface RecordWorkflowParams {
  /** Its key, when it counts as completed whatever it has gone on as. */
  readonly workflow?: string;
  /** Why it was called; the result of one that this workflow has gone to is the result of this one. */
  readonly reason: WorkflowCallTemplate['reason'];
}

/** The workflow that is run next, and what it gets. */
export interface PlanHandoverParams {
  readonly workflow: string;
  /** The step whose action asks for it. */
  readonly stepId: string;
  readonly reason: 'goto' | 'helper';
  readonly inputs: Readonly<Record<string, Json>>;
  /** Whether it also gets the inputs of this run. */
  readonly inheritInputs?: true;
}

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
  /** The key of the workflow that failed, when no step called it. */
  readonly workflow?: string;
  /** What the step needs that has not run. */
  readonly needs?: readonly StepNeed[];
}

/**
 * - `inputs`: the inputs do not fit the workflow's schema; nothing was called
 * - `criteria`: the answer does not meet the success criteria
 * - `unmatched`: a poll met a status that no action names and that is not known to be moving
 * - `no-answer`: the operation has no answer
 * - `workflow`: a called workflow did not complete
 * - `dependency`: a workflow or step that must be completed first was not
 * - `step-limit`, `depth-limit`, `timeout`: the run was ended by a limit
 */
export type FailureKind =
  | 'inputs'
  | 'criteria'
  | 'unmatched'
  | 'no-answer'
  | 'workflow'
  | 'dependency'
  | 'step-limit'
  | 'depth-limit'
  | 'timeout';

/** Choices that shape the machine. */
export interface CompileOptions {
  /** What a poll does with a status that none of its actions names. @default 'fail' */
  readonly unmatchedPoll?: 'fail' | 'next';
  /** Milliseconds between polls, instead of what the service knows. */
  readonly pollInterval?: number;
  /** Calls that a run may make before it is ended as failed. @default 10000 */
  readonly maxSteps?: number;
  /** How deep workflows may call each other before the run is ended as failed. @default 32 */
  readonly maxDepth?: number;
  /**
   * What a step that has no success criteria needs to succeed: a 2xx status code, one that its API
   * description documents, or any answer. @default '2xx'
   */
  readonly successWithoutCriteria?: '2xx' | 'documented' | 'always';
  /**
   * Whether the workflow that a `goto` or a `retry` names also gets the inputs of the workflow it
   * comes from. @default false
   */
  readonly inheritInputs?: boolean;
  /** Milliseconds that a run may take before it is ended as failed. @default no limit */
  readonly timeout?: number;
  /**
   * Milliseconds that one call of an operation or a channel may take. @default no limit but the
   * service's own
   */
  readonly stepTimeout?: number;
}
