import type { Key } from '../own-value.ts';

/** What every expression has. */
interface Written {
  /** As the document writes it: `$steps.login.outputs.token`. */
  readonly text: string;
}

/** How to get from the value that is named to the part that is meant. */
interface Navigation {
  /** What follows with `.` and `[ ]`; empty when nothing does. */
  readonly path: readonly Key[];
  /** The keys of the JSON Pointer after `#`; empty when there is none or it is the whole value. */
  readonly pointer: readonly string[];
}

/** `$url`, `$method`, `$statusCode`, `$self`. */
export interface PlainExpression extends Written {
  readonly kind: 'url' | 'method' | 'statusCode' | 'self';
}

/** `$request.…`, `$response.…` and `$message.…`. */
export interface MessageExpression extends Written, Navigation {
  readonly kind: 'request' | 'response' | 'message';
  readonly part: 'header' | 'query' | 'path' | 'body' | 'payload';
  /** Of the header or parameter; `''` for `body` and `payload`. */
  readonly name: string;
}

/** `$inputs.<name>` and `$outputs.<name>`. */
export interface ValueExpression extends Written, Navigation {
  readonly kind: 'inputs' | 'outputs';
  /** May hold dots: see {@link possibleNames}. */
  readonly name: string;
}

/** `$inputs` and `$outputs` alone: all of them. */
export interface RecordExpression extends Written, Navigation {
  readonly kind: 'all';
  readonly of: 'inputs' | 'outputs';
}

/** `$steps.<stepId>.outputs.<name>`. */
export interface StepExpression extends Written, Navigation {
  readonly kind: 'steps';
  readonly stepId: string;
  /** Absent when the whole map is meant. May hold dots: see {@link possibleNames}. */
  readonly name?: string;
}

/** `$workflows.<workflowId>.inputs.<name>`, `.outputs.<name>`, `.steps.<stepId>.outputs.<name>`. */
export interface WorkflowExpression extends Written, Navigation {
  readonly kind: 'workflows';
  readonly workflowId: string;
  readonly field: 'inputs' | 'outputs' | 'steps';
  /** Only with the field `steps`. */
  readonly stepId?: string;
  /** Absent when the whole map is meant. May hold dots: see {@link possibleNames}. */
  readonly name?: string;
}

/** `$sourceDescriptions.<source>.<reference>`. */
export interface SourceExpression extends Written {
  readonly kind: 'sourceDescriptions';
  readonly source: string;
  /** An operationId, a workflowId or a field of the source description; `''` when there is none. */
  readonly reference: string;
  /** The keys of the JSON Pointer after `#`; empty when there is none. */
  readonly pointer: readonly string[];
}

/** `$components.<section>.<name>`. */
export interface ComponentExpression extends Written {
  readonly kind: 'components';
  readonly section: 'parameters' | 'successActions' | 'failureActions' | 'inputs';
  readonly name: string;
}

/** A runtime expression, read. Plain JSON. */
export type Expression =
  | PlainExpression
  | MessageExpression
  | RecordExpression
  | ValueExpression
  | StepExpression
  | WorkflowExpression
  | SourceExpression
  | ComponentExpression;

/**
 * The names that an expression may mean, the likeliest first.
 *
 * `$inputs.a.b` is the input `a.b` or, when there is none, the member `b` of the input `a`.
 */
export function possibleNames(name: string): readonly string[] {
  const words = name.split('.');
  return words.map((_, index) => words.slice(0, words.length - index).join('.'));
}
