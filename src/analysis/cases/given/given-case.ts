import type { Json } from '../../../arazzo-import/document.ts';
import type { OperationErrorCode } from '../../../diagnostics/index.ts';
import type { CalledOutput, JsonRecord } from '../../../machines/types.ts';

/** Cases and inputs that a user gives, by workflowId. Plain JSON: the content of a cases file. */
export type GivenCases = Readonly<Record<string, GivenWorkflow>>;

/** What a user gives for one workflow. */
interface GivenWorkflow {
  /** By stepId. */
  readonly steps?: Readonly<Record<string, readonly GivenCase[]>>;
  /** Inputs that paths begin with as well. */
  readonly inputs?: readonly GivenInputs[];
}

/** Inputs of a run, with a name for the paths that begin with them. */
interface GivenInputs {
  readonly name: string;
  readonly values: JsonRecord;
}

/**
 * A case that is added, put in the place of another one or left out. Without `message`, `output` and
 * `error` it is the answer to a request: what it does not say is as in the case that it is based on.
 */
export interface GivenCase {
  /** Its name; for one that replaces another, that one's when it is left out. */
  readonly name?: string;
  /** Why it matters, for people. */
  readonly reason?: string;
  /** The name of a case whose place it takes. */
  readonly replaces?: string;
  /** The case with this name is left out; nothing else is said then. */
  readonly without?: true;
  /**
   * The name of the case that it changes. @default the one that it replaces, else the first answer of
   * the step
   */
  readonly basedOn?: string;
  readonly statusCode?: number;
  /** Added to those of the case that it is based on; names in any case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The whole body. */
  readonly body?: Json;
  /** What is different in the body: a JSON Merge Patch (RFC 7396), in which `null` removes a member. */
  readonly merge?: Json;
  /** For a step of a channel. */
  readonly message?: { readonly headers?: JsonRecord; readonly payload: Json };
  /** For a step that calls a workflow. */
  readonly output?: {
    readonly status?: CalledOutput['status'];
    readonly outputs?: JsonRecord;
  };
  /** There is no answer. */
  readonly error?: OperationErrorCode;
}

/** Something that is wrong with what a user gave. */
export interface GivenProblem {
  /** JSON Pointer into it: `/provision/steps/poll/0/statusCode`. */
  readonly path: string;
  readonly message: string;
}
