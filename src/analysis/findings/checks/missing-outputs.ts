import { possibleNames } from '../../../expressions/index.ts';
import { bodyKeys, outputExpression } from '../../cases/statuses/body-keys.ts';
import { componentsOf } from '../graph/components-of.ts';
import type { Component } from '../graph/components-of.ts';
import { describePath } from '../graph/describe-path.ts';
import { pathTo, reach } from '../graph/reach.ts';
import type { Edge } from '../graph/workflow-graph.ts';
import { succeededSteps } from '../graph/succeeded-steps.ts';
import type { SucceededSteps } from '../graph/succeeded-steps.ts';
import { entryReads, exitReads, readsIn } from '../reads.ts';
import type { OutputRead } from '../reads.ts';
import type { Finding, StepView, WorkflowView } from '../view.ts';

/** Outputs that are read where the step may not have succeeded. */
export function findMissingOutputs(view: WorkflowView): readonly Finding[] {
  const { graph, steps, plan, workflow } = view;
  const context: Context = {
    view,
    succeeded: succeededSteps(graph),
    components: componentsOf(graph),
    byId: new Map(steps.map((step) => [step.step.stepId, step])),
    places: new Map(steps.map(({ step }, index) => [step.stepId, index])),
    reachable: new Set(reach(graph, graph.initial).keys()),
    reported: new Set(),
  };
  const own = steps.flatMap((reader) => [
    ...entryReads(reader.step).flatMap((read) =>
      findMissing(context, { ...read, reader, key: reader.key }),
    ),
    ...exitReads(reader)
      .filter(({ expression }) => expression.stepId !== reader.step.stepId)
      .flatMap((read) => findMissing(context, { ...read, reader, key: reader.key })),
  ]);
  const key = graph.completed;
  const outputs =
    key === undefined ? [] : readsIn(plan.outputs, `${workflow.path}/outputs`);
  return [
    ...own,
    ...outputs.flatMap((read) => findMissing(context, { ...read, key: key ?? '' })),
  ];
}

interface Context {
  readonly view: WorkflowView;
  readonly succeeded: SucceededSteps;
  readonly components: ReadonlyMap<string, Component>;
  readonly byId: ReadonlyMap<string, StepView>;
  readonly places: ReadonlyMap<string, number>;
  readonly reachable: ReadonlySet<string>;
  /** One finding for each reader and step is enough. */
  readonly reported: Set<string>;
}

/** Who reads: a step, or the workflow for its outputs. */
interface PlacedRead extends OutputRead {
  readonly reader?: StepView;
  readonly key: string;
}

function findMissing(context: Context, read: PlacedRead): readonly Finding[] {
  const { view, succeeded, reachable, reported, byId } = context;
  const { stepId } = read.expression;
  const source = byId.get(stepId);
  if (source === undefined || !reachable.has(read.key)) return [];
  // A step that is never run has a finding of its own.
  if (!reachable.has(source.key)) return [];
  if (succeeded.surely(read.key, source.key) || isCarried(context, read, source))
    return [];
  if (view.graph.helpers.has(stepId) || isThereAnyway(context, source, read)) return [];
  const isMaybe = succeeded.maybe(read.key, source.key);
  // It is what the step left when it failed that is wanted.
  if (!isMaybe && failsBefore(context, read, source)) return [];
  const name = `${read.reader?.step.stepId ?? ''} ${stepId}`;
  if (reported.has(name)) return [];
  reported.add(name);
  return [toFinding(context, read, source)];
}

/** From one round of a loop to the next: in the first there is nothing, as is meant. */
function isCarried(
  { components, places }: Context,
  { reader }: PlacedRead,
  source: StepView,
): boolean {
  if (reader === undefined) return false;
  const isLater =
    (places.get(source.step.stepId) ?? 0) >= (places.get(reader.step.stepId) ?? 0);
  const component = components.get(reader.key);
  const isLoop =
    source !== reader ||
    [...reader.onSuccess, ...reader.onFailure].some(
      ({ action }) => action.type !== 'end',
    );
  return isLater && isLoop && component?.has(source.key) === true;
}

/** An output that also a failure leaves, such as the status code, of a step that every way goes through. */
function isThereAnyway(
  { view: { graph } }: Context,
  source: StepView,
  { expression, key }: PlacedRead,
): boolean {
  const names = possibleNames(expression.name ?? '');
  const [written] = names.flatMap(
    (name) => outputExpression(source.own.outputs, name) ?? [],
  );
  if (written === undefined || bodyKeys(written) !== undefined) return false;
  if (written.kind === 'steps' || written.kind === 'response') return false;
  const around = reach(graph, graph.initial, ({ from }) => from !== source.key);
  return !around.has(key);
}

function failsBefore({ view }: Context, { key }: PlacedRead, source: StepView): boolean {
  return reach(view.graph, source.key).has(key) && key !== source.key;
}

function toFinding(context: Context, read: PlacedRead, source: StepView): Finding {
  const { view, succeeded } = context;
  const { graph } = view;
  const around = reach(graph, graph.initial, (edge) => !isSuccessOf(edge, source));
  const way = pathTo(around, read.key);
  const { stepId } = source.step;
  const reader =
    read.reader === undefined ? 'The workflow' : `Step "${read.reader.step.stepId}"`;
  const isNever = !succeeded.maybe(read.key, source.key);
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
