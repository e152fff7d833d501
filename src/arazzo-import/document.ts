/**
 * The document as it is written, checked for shape: the specification's own objects and field names.
 * Nothing is resolved here; references are still references.
 *
 * Every object keeps the JSON Pointer (`path`) of the place it was read from, so that later stages
 * can point at it.
 */

/** Any value that JSON can hold. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

interface Located {
  /** JSON Pointer to the object in its document. */
  readonly path: string;
  /** The specification extensions (`x-…`) of the object, as written. */
  readonly extensions?: JsonObject;
}

/** The Arazzo Specification Object: the root of a document. */
export interface ArazzoDocument extends Located {
  readonly arazzo: string;
  /** The feature set that `arazzo` selects; patch versions do not count. */
  readonly version: '1.0' | '1.1';
  /** `$self` of Arazzo 1.1. */
  readonly self?: string;
  readonly info: Info;
  readonly sourceDescriptions: readonly SourceDescription[];
  readonly workflows: readonly Workflow[];
  readonly components: Components;
}

export interface Info extends Located {
  readonly title: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
}

export interface SourceDescription extends Located {
  readonly name: string;
  readonly url: string;
  readonly type?: 'openapi' | 'arazzo' | 'asyncapi';
}

export interface Workflow extends Located {
  readonly workflowId: string;
  readonly summary?: string;
  readonly description?: string;
  /** A JSON Schema (2020-12), as written. */
  readonly inputs?: JsonObject | boolean;
  readonly dependsOn: readonly string[];
  readonly steps: readonly Step[];
  readonly successActions: readonly (SuccessAction | Reusable)[];
  readonly failureActions: readonly (FailureAction | Reusable)[];
  readonly outputs: Readonly<Record<string, Json>>;
  readonly parameters: readonly (Parameter | Reusable)[];
}

export interface Step extends Located {
  readonly stepId: string;
  readonly description?: string;
  readonly operationId?: string;
  readonly operationPath?: string;
  readonly workflowId?: string;
  /** Arazzo 1.1. */
  readonly channelPath?: string;
  /** Arazzo 1.1. */
  readonly action?: 'send' | 'receive';
  /** Arazzo 1.1. */
  readonly correlationId?: Json;
  /** Arazzo 1.1, in milliseconds. */
  readonly timeout?: number;
  /** Arazzo 1.1. */
  readonly dependsOn: readonly string[];
  readonly parameters: readonly (Parameter | Reusable)[];
  readonly requestBody?: RequestBody;
  readonly successCriteria: readonly Criterion[];
  readonly onSuccess: readonly (SuccessAction | Reusable)[];
  readonly onFailure: readonly (FailureAction | Reusable)[];
  readonly outputs: Readonly<Record<string, Json>>;
}

export interface Parameter extends Located {
  readonly kind: 'parameter';
  readonly name: string;
  readonly in?: 'path' | 'query' | 'header' | 'cookie' | 'querystring' | 'channel';
  readonly value: Json;
}

export interface RequestBody extends Located {
  readonly contentType?: string;
  /** Absent when the document has none; `null` is a payload. */
  readonly payload?: Json;
  readonly replacements: readonly PayloadReplacement[];
}

export interface PayloadReplacement extends Located {
  readonly target: string;
  readonly value: Json;
  /** Arazzo 1.1. */
  readonly targetSelectorType?: string | ExpressionType;
}

export interface Criterion extends Located {
  readonly condition: string;
  /** A runtime expression. */
  readonly context?: string;
  readonly type: 'simple' | 'regex' | 'jsonpath' | 'xpath';
  /** Version of the expression language, when the document gives one. */
  readonly version?: string;
}

/** The Criterion Expression Type Object (1.0), Expression Type Object (1.1). */
export interface ExpressionType {
  readonly type: 'jsonpath' | 'xpath' | 'jsonpointer';
  readonly version: string;
}

interface Action extends Located {
  readonly name: string;
  readonly workflowId?: string;
  readonly stepId?: string;
  readonly criteria: readonly Criterion[];
  /** Arazzo 1.1: inputs of the workflow named by `workflowId`. */
  readonly parameters: readonly (Parameter | Reusable)[];
}

export interface SuccessAction extends Action {
  readonly kind: 'successAction';
  /** `retry` is not in the specification but in documents: the step is repeated. */
  readonly type: 'end' | 'goto' | 'retry';
  /** Seconds; only with `retry`. */
  readonly retryAfter?: number;
  /** Only with `retry`. */
  readonly retryLimit?: number;
}

export interface FailureAction extends Action {
  readonly kind: 'failureAction';
  readonly type: 'end' | 'goto' | 'retry';
  /** Seconds. */
  readonly retryAfter?: number;
  readonly retryLimit?: number;
}

/** A Reusable Object: `reference: $components.parameters.page`. */
export interface Reusable extends Located {
  readonly kind: 'reusable';
  readonly reference: string;
  /** Replaces the value of a referenced parameter. */
  readonly value?: Json;
}

export interface Components extends Located {
  readonly inputs: Readonly<Record<string, JsonObject | boolean>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly successActions: Readonly<Record<string, SuccessAction>>;
  readonly failureActions: Readonly<Record<string, FailureAction>>;
}
