import type { Coverage, Uncovered } from '../../analysis/coverage/coverage.ts';
import type { Path } from '../../analysis/paths/path.ts';
import type { Json } from '../../arazzo-import/document.ts';
import type { JsonRecord } from '../../machines/types.ts';

/** What came of running a path on the real machine. Plain JSON. */
export interface PathResult extends Path {
  /** `skipped`: whoever answers the calls cannot be brought to answer them as the path has it. */
  readonly result: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped. */
  readonly reason?: string;
  /** Empty unless it failed. */
  readonly problems: readonly PathProblem[];
  /** What was sent, in order. */
  readonly requests: readonly SentRequest[];
  readonly outputs: JsonRecord;
  /** The outputs that the steps have left, by stepId. */
  readonly steps: Readonly<Record<string, JsonRecord>>;
  /** The criteria of the document that were looked at, in their order: `$statusCode == 200: true`. */
  readonly criteria: readonly string[];
  /** How long the machine has waited, each time, in milliseconds on its own clock. */
  readonly waits: readonly number[];
  /** Milliseconds on the wall. */
  readonly durationMs: number;
  /** Values that schemas call secrets, wherever they stand in it. No report shows them. */
  readonly secrets?: readonly (string | number)[];
}

/** Something that was not as it should be. */
export interface PathProblem {
  /**
   * - `state`: the machine is elsewhere
   * - `request`: what was sent is not right
   * - `outputs`: of the step or the workflow
   * - `end`: the run ended in another way, or not at all
   * - `recording`: it differs from what was recorded
   */
  readonly kind: 'state' | 'request' | 'outputs' | 'end' | 'recording';
  /** Index of the event in the path after which it was seen; absent when it is about all of it. */
  readonly event?: number;
  readonly stepId?: string;
  readonly message: string;
  readonly expected?: Json;
  readonly actual?: Json;
}

/** A request or message of a path. */
export interface SentRequest {
  readonly stepId: string;
  /** The operation or channel. */
  readonly call: string;
  /** With `--against http`. */
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly value: Json;
  }[];
  readonly body?: Json;
}

/** The paths of a workflow, what came of them, and what they cover. */
export interface WorkflowReport {
  readonly workflowId: string;
  readonly paths: readonly PathResult[];
  readonly coverage: Coverage;
  readonly uncovered: readonly Uncovered[];
  /** The names of paths that were recorded and are no longer there. */
  readonly gone?: readonly string[];
  /** What to know about who answered the calls. */
  readonly remarks?: readonly string[];
  /** What was left out, when there are more paths than were wanted: in words. */
  readonly cut?: string;
}
