import type { Json } from '../arazzo-import/document.ts';
import type { FailureKind, WaitReason } from '../arazzo-import/compile/config.ts';
import type { InputProblem } from '../arazzo-import/inputs/input-problem.ts';
import type { RequestScope } from '../expressions/index.ts';
import type { OperationAnswer } from '../services/service.ts';

/** Named values that JSON can hold. */
export type JsonRecord = Readonly<Record<string, Json>>;

/** What a workflow's machine remembers: small, and JSON. */
export interface WorkflowContext<Inputs = JsonRecord> {
  /** Tells this run from every other; idempotency tokens are derived from it. */
  readonly runId: string;
  readonly inputs: Inputs;
  /** By stepId; a step that was not reached is not in it. */
  readonly steps: Readonly<Record<string, StepRecord>>;
  /** Steps called so far, those of called workflows included. */
  readonly calls: number;
  /** The step that began last. */
  readonly lastStep?: string | undefined;
  /** What is waited for now. */
  readonly wait?: PlannedWait | undefined;
  /** What the run has created or started so far. */
  readonly created: readonly CreatedResource[];
  readonly failure?: Failure | undefined;
  /** How many workflows this one is called within; absent where the run begins. */
  readonly depth?: number;
  /** The workflows that this run has completed, by document and workflowId. */
  readonly workflows?: CompletedWorkflows;
  /** The workflow that is run next, and what it gets. */
  readonly handover?: Handover;
  /** How the run ended as the workflow that it went to. */
  readonly result?: Pick<CalledOutput, 'outputs' | 'failure'>;
  /** Whether the caller wants to see the last answer. */
  readonly keepsAnswer?: boolean;
  readonly lastCall?: LastCall | undefined;
  /** When the step that began last is given up, in milliseconds since 1970. */
  readonly deadline?: number | undefined;
}

/** By the name of the document (`''` for the one that the run begins in) and the workflowId. */
export type CompletedWorkflows = Readonly<
  Record<string, Readonly<Record<string, CompletedWorkflow>>>
>;

/** A workflow that this run has completed. */
export interface CompletedWorkflow {
  readonly inputs: JsonRecord;
  readonly outputs: JsonRecord;
}

/** The workflow that is run next. */
export interface Handover {
  /** Its key. */
  readonly workflow: string;
  readonly inputs: JsonRecord;
  /** The id of its run; absent when an actor in the place of a workflow has said where to go on. */
  readonly runId?: string;
}

/** The last call of an operation and its answer. */
export interface LastCall {
  readonly request: RequestScope | undefined;
  readonly answer: OperationAnswer;
}

/** What the machine of a called workflow is given. */
export interface WorkflowCall {
  /** The step that calls it; absent when the workflow itself does. */
  readonly stepId?: string;
  readonly workflowId: string;
  readonly inputs: JsonRecord;
  /** The run that it is a part of. */
  readonly run: {
    readonly runId: string;
    readonly depth: number;
    readonly calls: number;
    readonly workflows: CompletedWorkflows;
    readonly keepsAnswer: boolean;
  };
}

/** What the machine of a called workflow answers. An actor in its place may leave out `run`. */
export interface CalledOutput {
  readonly status: 'completed' | 'ended' | 'failed' | 'goto';
  readonly outputs: JsonRecord;
  readonly failure?: Failure | undefined;
  /** The workflow that it goes on as. */
  readonly goto?: Handover | undefined;
  readonly run?: {
    readonly calls: number;
    readonly created: readonly CreatedResource[];
    readonly workflows: CompletedWorkflows;
    readonly lastCall?: LastCall | undefined;
  };
}

/** What is remembered of a step. */
export interface StepRecord {
  /** How often the step was entered, polls included; from 1. */
  readonly visits: number;
  /** Calls in this visit, from 1; above 1 after a retry. */
  readonly attempt: number;
  /** Retries in this visit, by action. */
  readonly retries?: Readonly<Record<string, number>>;
  readonly outputs?: JsonRecord;
}

/** A wait that was planned: a poll, a retry. */
export interface PlannedWait {
  readonly stepId: string;
  readonly reason: WaitReason;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly until: number;
  /** The action that asked for it; absent when the service said that the status is still moving. */
  readonly action?: string;
}

/** Something that exists, or may exist, because the run called an operation. */
export interface CreatedResource {
  readonly stepId: string;
  readonly operationId: string;
  /** In words: `data store`. */
  readonly resource: string;
  /** Absent when the answer was lost. */
  readonly id?: string;
  /** A command that shows it. */
  readonly look?: string;
}

/** Why a run did not complete. */
export interface Failure {
  readonly kind: FailureKind;
  /** Step, status, criteria and what was not done, in words. */
  readonly message: string;
  readonly stepId?: string;
  readonly operationId?: string;
  /** The workflow that was called and did not complete. */
  readonly workflowId?: string;
  /** Why that workflow did not complete. */
  readonly cause?: Failure;
  readonly statusCode?: number;
  /** The value of the status that was polled: `CREATE_FAILED`. */
  readonly status?: string;
  /** The criteria that did not hold. */
  readonly criteria?: readonly UnmetCriterion[];
  /** What the service or the network said. */
  readonly error?: { readonly type: string; readonly message: string };
  /** Inputs that do not fit the schema. */
  readonly inputs?: readonly InputProblem[];
  /** Steps that never ran. */
  readonly notDone: readonly string[];
  /** What the run has created or started, and what it may have. */
  readonly leftBehind: readonly CreatedResource[];
}

/** A criterion that did not hold. */
export interface UnmetCriterion {
  /** The action that it belongs to; absent for a success criterion. */
  readonly action?: string;
  /** As the document has it. */
  readonly condition: string;
  /** Why it did not hold. */
  readonly reason: string;
}

/** How a run ended; `status` tells a result from a failure. */
export type WorkflowOutput<Outputs = JsonRecord> =
  | { readonly status: 'completed'; readonly outputs: Outputs }
  | {
      readonly status: 'ended';
      readonly outputs: Partial<Outputs>;
      readonly failure: Failure;
    }
  | {
      readonly status: 'failed';
      readonly outputs: Partial<Outputs>;
      readonly failure: Failure;
    };
