/** What runtime expressions can see. Every part may be absent; what is not there evaluates to `undefined`. */
export interface Scope {
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** `$steps.<stepId>.outputs.<name>`. */
  readonly steps?: Readonly<
    Record<string, { readonly outputs?: Readonly<Record<string, unknown>> }>
  >;
  /** `$outputs.<name>`. */
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** `$workflows.<workflowId>.inputs.<name>` and `.outputs.<name>`. */
  readonly workflows?: Readonly<Record<string, WorkflowScope>>;
  /** `$sourceDescriptions.<name>.<field>`. */
  readonly sourceDescriptions?: Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  /** `$self` (Arazzo 1.1): the document's own URI. */
  readonly self?: string;
  /** `$url`, `$method` and `$request.…`; may be a getter, it is read only when needed. */
  readonly request?: RequestScope | undefined;
  /** `$message.…` (Arazzo 1.1): what a step has received or sent. */
  readonly message?: MessageScope | undefined;
  /** `$statusCode` and `$response.…`; absent when there was no answer. */
  readonly response?: ResponseScope | undefined;
}

/** A workflow as other workflows see it. */
export interface WorkflowScope {
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/** The request of the current step. */
export interface RequestScope {
  readonly url?: string | undefined;
  readonly method?: string | undefined;
  /** Looked up without regard to case. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly path: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** A message of an AsyncAPI channel. */
export interface MessageScope {
  /** Looked up without regard to case. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly payload: unknown;
}

/** The answer to the current step's request. */
export interface ResponseScope {
  readonly statusCode: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}
