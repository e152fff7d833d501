import type { PathEnd } from '../../analysis/paths/path.ts';
import type { Json } from '../../arazzo-import/document.ts';
import type { JsonRecord } from '../../machines/types.ts';

/**
 * What the paths of a document's workflows did when somebody looked and agreed. Plain JSON in a stable
 * order, so that it can be kept beside the document and reviewed with it.
 */
export interface Recording {
  /** Of the format. */
  readonly version: 1;
  /** By workflowId. */
  readonly workflows: Readonly<Record<string, RecordedPaths>>;
}

/** The paths of a workflow, by name. */
export type RecordedPaths = Readonly<Record<string, RecordedPath>>;

/** What happened on a path. */
export interface RecordedPath {
  readonly inputs: JsonRecord;
  readonly requests: readonly RecordedRequest[];
  readonly outputs: JsonRecord;
  /** The outputs of its steps, by stepId. */
  readonly steps: Readonly<Record<string, JsonRecord>>;
  /** The criteria that were looked at, in their order: `$statusCode == 200: true`. */
  readonly criteria: readonly string[];
  /** Milliseconds, each time that it waited. */
  readonly waits: readonly number[];
  readonly end: PathEnd;
}

/** A request or message of a path, without what depends on who performs it. */
export interface RecordedRequest {
  readonly stepId: string;
  readonly call: string;
  /** By place and name: `header X-Request-Id`. */
  readonly parameters: JsonRecord;
  readonly body?: Json;
}
