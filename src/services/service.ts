import type { JsonSchema } from '../openapi/index.ts';

/** The operation that a step calls, as the document names it. */
export interface OperationReference {
  /** The source description it belongs to. */
  readonly source: string;
  /** The id in the source; absent when the step points to the operation by path only. */
  readonly operationId?: string;
  /** JSON Pointer into the source (`/paths/~1pets/get`), when the step has an `operationPath`. */
  readonly operationPath?: string;
}

/** A parameter with its value; one whose value was absent is not in the list. */
export interface OperationParameter {
  readonly name: string;
  /** `querystring` is the whole query string, as text (Arazzo 1.1). */
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'querystring';
  readonly value: unknown;
}

/** Everything that a service needs to perform one operation once. Plain JSON. */
export interface OperationRequest {
  readonly operation: OperationReference;
  readonly parameters: readonly OperationParameter[];
  readonly requestBody?: { readonly contentType?: string; readonly payload: unknown };
  /**
   * The same for every repetition of this request, also after a crash. A service puts it where its
   * protocol wants an idempotency token, unless the document gives one, and else ignores it.
   * At most 64 characters of `[a-zA-Z0-9-]`.
   */
  readonly idempotencyToken: string;
}

/** What the server answered, whatever the status code. Plain JSON: dates are ISO 8601 strings. */
export interface OperationAnswer {
  readonly statusCode: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed when it is JSON, else the text; `undefined` when there was none. */
  readonly body: unknown;
  /** What the service says went wrong, when the answer is an error. */
  readonly error?: { readonly type: string; readonly message: string };
  /** What was sent, for `$url` and `$method`. */
  readonly request?: { readonly method: string; readonly url: string };
  /** How many requests it took, retries by the client included. @default 1 */
  readonly attempts?: number;
}

/** What a service knows about one of its operations. Plain JSON, so that it can be read without calling. */
export interface OperationKnowledge {
  /** How long to wait between two polls with this operation, in milliseconds. */
  readonly pollInterval?: number;
  /** Where the answer's body shows the state of the thing that is waited for, and what the values mean. */
  readonly status?: StatusKnowledge;
  /** What a successful call leaves behind, so that it can be named when a run ends early. */
  readonly creates?: CreatedKnowledge;
}

/** The values of a status field. One that is in no list is unknown to the service. */
export interface StatusKnowledge {
  /** JSON Pointer into the answer's body: `/DatastoreProperties/DatastoreStatus`. */
  readonly pointer: string;
  /** JSON Pointers to texts that explain a failure; the first that is there is shown. */
  readonly reasons?: readonly string[];
  /** It is still moving: poll on. */
  readonly pending: readonly string[];
  /** It got where it should. */
  readonly succeeded: readonly string[];
  /** It will not get there any more. */
  readonly failed: readonly string[];
}

/** A resource that an operation creates or a job that it starts. */
export interface CreatedKnowledge {
  /** What it is, in words: `data store`. */
  readonly resource: string;
  /** JSON Pointer to its id in the answer's body. */
  readonly id: string;
  /** A command that shows it; `{id}` and `{/pointer/into/the/request/payload}` are filled in. */
  readonly look?: string;
  /** A command that finds it when the answer was lost; `{/pointer}` is filled in as well. */
  readonly find?: string;
}

/** What an operation takes and gives, as JSON Schemas (2020-12), each standing alone. */
export interface OperationSchemas {
  /** The values of all parameters and the members of the body, merged into one object. */
  readonly input?: JsonSchema;
  /** The body of a good answer. */
  readonly answer?: JsonSchema;
}

/** Options of one call. */
export interface CallOptions {
  /** Aborts the request in flight; the call then rejects with code `ABORTED`. */
  readonly signal: AbortSignal;
}

/**
 * Performs the operations of one source.
 *
 * A service resolves with what the server answered, whatever the status code. It rejects, with an
 * `OperationError`, only when there was no answer.
 */
export interface Service {
  /** For people: `Amazon HealthLake (us-east-1)`. */
  readonly name: string;
  call(request: OperationRequest, options: CallOptions): Promise<OperationAnswer>;
  /** What it knows about an operation, or `undefined`. */
  describe?(operation: OperationReference): OperationKnowledge | undefined;
  /**
   * JSON Schemas of the input (parameters and body merged) and of the body of a good answer, where the
   * service knows them.
   */
  schemas?(operation: OperationReference): OperationSchemas | undefined;
  /** The ids of all operations, when the service has a complete list. */
  readonly operationIds?: readonly string[];
}
