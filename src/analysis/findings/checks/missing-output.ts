import { describePath } from '../graph/describe-path.ts';
import { pathTo, reach } from '../graph/reach.ts';
import type { Edge } from '../graph/workflow-graph.ts';
import type { OutputRead } from '../reads.ts';
import type { Finding, StepView, WorkflowView } from '../view.ts';

/** Who reads: a step, or the workflow for its outputs. */
export interface PlacedRead extends OutputRead {
  readonly reader?: StepView;
  /** The state in which it is read. */
  readonly key: string;
  /** It stands in the workflow, for all of its steps. */
  readonly isInherited?: true;
}

/** An output that is read where its step may not have succeeded. */
export interface MissingOutput {
  readonly read: PlacedRead;
  readonly source: StepView;
  /** It has not succeeded on any way there. */
  readonly isNever: boolean;
}

/** Says so, with a way on which it is not there. */
export function toMissingOutput(
  view: WorkflowView,
  { read, source, isNever }: MissingOutput,
): Finding {
  const { graph } = view;
  const around = reach(graph, graph.initial, (edge) => !isSuccessOf(edge, source));
  const way = pathTo(around, read.key);
  const { stepId } = source.step;
  const reader =
    read.reader === undefined ? 'The workflow' : `Step "${read.reader.step.stepId}"`;
  const what = `${reader} reads "${read.expression.text}"`;
  return {
    code: 'OUTPUT_MAY_BE_MISSING',
    // What a workflow gives may depend on its way.
    severity: !isNever && read.reader === undefined ? 'info' : 'warning',
    path: read.path,
    message: isNever
      ? `${what}, but ${source === read.reader ? 'it has not run' : `step "${stepId}" has never succeeded`} before.`
      : `${what}, which is not there on this way: ${describePath(view, way)}.`,
    hint: hintFor(read, stepId, isNever),
  };
}

function hintFor({ reader }: PlacedRead, stepId: string, isNever: boolean): string {
  if (reader === undefined)
    return isNever
      ? `Let "${stepId}" run before.`
      : 'It is absent from the outputs then.';
  if (reader.step.stepId === stepId)
    return 'Read an input, or an output of a step before.';
  return isNever
    ? `Let "${stepId}" run before.`
    : `Go on only where step "${stepId}" has succeeded, or end the workflow on that way.`;
}

function isSuccessOf({ from, outcome }: Edge, { key }: StepView): boolean {
  return from === key && outcome === 'success';
}
