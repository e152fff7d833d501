import type { ChannelReference } from '../services/message-service.ts';
import type { OperationReference } from '../services/service.ts';
import type { Json, JsonObject } from './document.ts';

/**
 * One workflow with everything resolved: no reference to a component, a workflow-level default or a
 * name in another place is left. Only runtime expressions remain, as written.
 */
export interface WorkflowPlan {
  /** Names the workflow in all of the import: {@link WorkflowReference}. */
  readonly key: string;
  readonly workflowId: string;
  readonly summary?: string;
  readonly description?: string;
  /** JSON Schema (2020-12) that stands alone. */
  readonly inputs?: JsonObject | boolean;
  /** The workflows that must be completed before this one, in the order of the document. */
  readonly dependsOn: readonly WorkflowReference[];
  /** The source descriptions that its steps call, by name. */
  readonly sources: Readonly<Record<string, SourcePlan>>;
  /** Whether objects in it may be Selector Objects: Arazzo 1.1. */
  readonly selectors?: true;
  /** The canonical URI of its document, when one is known: `$self` of Arazzo 1.1. */
  readonly self?: string;
  readonly steps: readonly StepPlan[];
  readonly outputs: Readonly<Record<string, Json>>;
}

/** A workflow of this document or of one that is its source. */
export interface WorkflowReference {
  /** `workflowId`, or `source.workflowId` for one of another document; nested as the sources are. */
  readonly key: string;
  readonly workflowId: string;
  /** As expressions of the referring document name it in `$workflows.<name>`. */
  readonly name: string;
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
  /** What must have run before (`dependsOn` of Arazzo 1.1). */
  readonly needs?: readonly StepNeed[];
}

/** A step that must have run before another, perhaps in another workflow. */
export interface StepNeed {
  readonly stepId: string;
  /** The key of its workflow; absent when it is the same. */
  readonly workflow?: string;
}

/** What a step calls. */
export type CallPlan = OperationCallPlan | WorkflowCallPlan | MessageCallPlan;

export interface OperationCallPlan {
  readonly kind: 'operation';
  readonly operation: OperationReference;
  /** The status codes that its API description documents: `404`, `2XX`, `default`. */
  readonly documentedStatuses?: readonly string[];
  /** The step's parameters and those of the workflow that it does not override. */
  readonly parameters: readonly ParameterPlan[];
  readonly requestBody?: RequestBodyPlan;
}

export interface WorkflowCallPlan {
  readonly kind: 'workflow';
  readonly workflow: WorkflowReference;
  /** The inputs of the workflow, by name. */
  readonly inputs: Readonly<Record<string, Json>>;
}

/** A step of an AsyncAPI source (Arazzo 1.1). */
export interface MessageCallPlan {
  readonly kind: 'message';
  readonly action: 'send' | 'receive';
  readonly channel: ChannelReference;
  readonly parameters: readonly ParameterPlan[];
  readonly requestBody?: RequestBodyPlan;
  readonly correlationId?: Json;
  /** Where the source says that messages carry their correlation id. */
  readonly correlationLocation?: string;
}

export interface ParameterPlan {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'querystring';
  readonly value: Json;
}

export interface RequestBodyPlan {
  readonly contentType?: string;
  readonly payload?: Json;
  readonly replacements?: readonly ReplacementPlan[];
}

export interface ReplacementPlan {
  /** A JSON Pointer, JSONPath or XPath into the payload. */
  readonly target: string;
  readonly value: Json;
  /** The language of the target. @default 'jsonpointer' */
  readonly type?: 'jsonpath' | 'xpath';
  readonly version?: string;
}

/** A Criterion Object without its place. */
export interface CriterionPlan {
  readonly condition: string;
  readonly context?: string;
  readonly type: 'simple' | 'regex' | 'jsonpath' | 'xpath';
  readonly version?: string;
}

/** A success or failure action. `retry` among the success actions is a habit of documents. */
export type ActionPlan = EndPlan | GotoPlan | RetryPlan;

interface NamedAction {
  readonly name: string;
  readonly criteria: readonly CriterionPlan[];
}

interface EndPlan extends NamedAction {
  readonly type: 'end';
}

export interface GotoPlan extends NamedAction {
  readonly type: 'goto';
  readonly target: StepTarget | WorkflowTarget;
}

interface StepTarget {
  readonly kind: 'step';
  readonly stepId: string;
}

/** A workflow, and the inputs that it gets from the action's parameters (Arazzo 1.1). */
export interface WorkflowTarget {
  readonly kind: 'workflow';
  readonly workflow: WorkflowReference;
  readonly inputs: Readonly<Record<string, Json>>;
}

export interface RetryPlan extends NamedAction {
  readonly type: 'retry';
  /** Seconds, unless the server says otherwise with `Retry-After`. */
  readonly retryAfter?: number;
  readonly retryLimit: number;
  /** What is run before the step is called again: another step alone, or a workflow. */
  readonly helper?: StepTarget | WorkflowTarget;
}
