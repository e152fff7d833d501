import type { TransitionMeta } from '../../arazzo-import/compile/config.ts';
import type { JsonRecord } from '../../machines/types.ts';
import type { CaseKind, Reply } from '../cases/case.ts';

/** A way through a workflow: what it is given, how each of its calls ends, and how it ends. */
export interface Path {
  /**
   * Unique in the workflow and stable from version to version:
   * `createDatastore 200 → pollDatastore CREATING → wait → pollDatastore CREATE_FAILED → failed`.
   */
  readonly name: string;
  readonly inputs: PathInputs;
  readonly events: readonly PathEvent[];
  /** The status of the machine's output; `unfinished` where nothing leads to an end. */
  readonly end: PathEnd;
}

export type PathEnd = 'completed' | 'ended' | 'failed' | 'unfinished';

/** What a run is given, and why. */
export interface PathInputs {
  /** `all inputs`, `required inputs`, `invalid inputs`, `species = dog`. */
  readonly name: string;
  readonly values: JsonRecord;
}

/** Something that happens on a path: a call ends, or a wait is over. Plain JSON. */
export type PathEvent = CallEnd | WaitEnd;

export interface CallEnd {
  readonly type: 'call';
  /** The step that calls; absent when the workflow itself does: a dependency, a `goto`. */
  readonly stepId?: string;
  /** The operation, workflow or channel. */
  readonly call: string;
  /** It is a workflow that is called. */
  readonly isWorkflow?: true;
  /** The name of the {@link Case}. */
  readonly case: string;
  readonly kind: CaseKind;
  readonly reason: string;
  readonly reply: Reply;
  /** Of a called workflow that is traversed in place: what happens in it. */
  readonly within?: {
    readonly workflowId: string;
    readonly events: readonly PathEvent[];
  };
  /** Why it leads where it leads. */
  readonly transition?: TransitionMeta;
  /** The state that it leads to: `pollDatastore.waiting`. */
  readonly leadsTo: string;
}

export interface WaitEnd {
  readonly type: 'wait';
  readonly stepId: string;
  /** It is the time limit of the step that is over, and no wait before a further call. */
  readonly isLimit?: true;
  readonly leadsTo: string;
}
