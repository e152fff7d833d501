import type { OperationReference } from '../services/service.ts';
import type { Json, JsonObject } from './document.ts';

/**
 * One workflow with everything resolved: no reference to a component, a workflow-level default or a
 * name in another place is left. Only runtime expressions remain, as written.
 *
 * Calls and targets carry a `kind`, so that calling and going to workflows can join the operations
 * without changing what is here.
 */
export interface WorkflowPlan {
  readonly workflowId: string;
  readonly summary?: string;
  readonly description?: string;
  /** JSON Schema (2020-12) that stands alone. */
  readonly inputs?: JsonObject | boolean;
  /** The source descriptions that its steps call, by name. */
  readonly sources: Readonly<Record<string, SourcePlan>>;
  readonly steps: readonly StepPlan[];
  readonly outputs: Readonly<Record<string, Json>>;
}

export interface SourcePlan {
  readonly url: string;
  readonly type?: string;
}

export interface StepPlan {
  readonly stepId: string;
  readonly description?: string;
  readonly call: CallPlan;
  readonly successCriteria: readonly CriterionPlan[];
  readonly onSuccess: readonly ActionPlan[];
  readonly onFailure: readonly ActionPlan[];
  readonly outputs: Readonly<Record<string, Json>>;
  /** Milliseconds until the call is given up. */
  readonly timeout?: number;
}

/** What a step calls. */
export interface CallPlan {
  readonly kind: 'operation';
  readonly operation: OperationReference;
  /** The step's parameters and those of the workflow that it does not override. */
  readonly parameters: readonly ParameterPlan[];
  readonly requestBody?: RequestBodyPlan;
}

export interface ParameterPlan {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly value: Json;
}

export interface RequestBodyPlan {
  readonly contentType?: string;
  readonly payload?: Json;
  readonly replacements?: readonly ReplacementPlan[];
}

export interface ReplacementPlan {
  /** JSON Pointer into the payload. */
  readonly target: string;
  readonly value: Json;
}

/** A Criterion Object without its place. */
export interface CriterionPlan {
  readonly condition: string;
  readonly context?: string;
  readonly type: 'simple' | 'regex' | 'jsonpath' | 'xpath';
  readonly version?: string;
}

/** A success or failure action; `retry` occurs among the failure actions only. */
export type ActionPlan = EndPlan | GotoPlan | RetryPlan;

interface NamedAction {
  readonly name: string;
  readonly criteria: readonly CriterionPlan[];
}

export interface EndPlan extends NamedAction {
  readonly type: 'end';
}

export interface GotoPlan extends NamedAction {
  readonly type: 'goto';
  readonly target: { readonly kind: 'step'; readonly stepId: string };
}

export interface RetryPlan extends NamedAction {
  readonly type: 'retry';
  /** Seconds, unless the server says otherwise with `Retry-After`. */
  readonly retryAfter?: number;
  readonly retryLimit: number;
}
