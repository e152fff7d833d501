import { possibleNames } from '../../../expressions/index.ts';
import { outputExpression } from '../../cases/statuses/body-keys.ts';
import { reach } from '../graph/reach.ts';
import { succeededSteps } from '../graph/succeeded-steps.ts';
import type { SucceededSteps } from '../graph/succeeded-steps.ts';
import { entryReads, exitReads, readsIn } from '../reads.ts';
import { componentReads, inheritedReads } from '../shared-reads.ts';
import { pickCalled } from './called-outputs.ts';
import { isAlwaysAnswered } from './is-always-answered.ts';
import { toMissingOutput } from './missing-output.ts';
import type { PlacedRead } from './missing-output.ts';
import type { Finding, StepView, WorkflowView } from '../view.ts';

/** Outputs that are read where the step may not have succeeded. */
export function findMissingOutputs(view: WorkflowView): readonly Finding[] {
  const { graph, steps, plan, workflow, components } = view;
  const context: Context = {
    view,
    succeeded: succeededSteps(graph, components),
    byId: new Map(steps.map((step) => [step.step.stepId, step])),
    places: new Map(steps.map(({ step }, index) => [step.stepId, index])),
    reachable: new Set(reach(graph, graph.initial).keys()),
    reported: new Set(),
    left: { count: most },
  };
  const pick = pickCalled(view);
  const own = steps.flatMap((reader) => [
    ...[
      ...entryReads(reader.step, pick),
      ...componentReads(view, reader.step, pick),
    ].flatMap((read) => findMissing(context, { ...read, reader, key: reader.key })),
    ...inheritedReads(view, reader.step, pick).flatMap((read) =>
      findMissing(context, { ...read, reader, key: reader.key, isInherited: true }),
    ),
    ...exitReads(reader, pick)
      .filter(({ expression }) => expression.stepId !== reader.step.stepId)
      .flatMap((read) => findMissing(context, { ...read, reader, key: reader.key })),
  ]);
  const key = graph.completed;
  const outputs =
    key === undefined ? [] : readsIn(plan.outputs, `${workflow.path}/outputs`, pick);
  return [
    ...own,
    ...outputs.flatMap((read) => findMissing(context, { ...read, key: key ?? '' })),
  ];
}

interface Context {
  readonly view: WorkflowView;
  readonly succeeded: SucceededSteps;
  readonly byId: ReadonlyMap<string, StepView>;
  readonly places: ReadonlyMap<string, number>;
  readonly reachable: ReadonlySet<string>;
  /** One finding for each reader and step is enough. */
  readonly reported: Set<string>;
  /** How many more reads are looked into: each takes searches through the whole graph. */
  readonly left: { count: number };
}

/** Nobody reads more of these. */
const most = 100;

function findMissing(context: Context, read: PlacedRead): readonly Finding[] {
  const { view, succeeded, reachable, reported, byId } = context;
  const { stepId } = read.expression;
  const source = byId.get(stepId);
  if (source === undefined || !reachable.has(read.key)) return [];
  // A step that is never run has a finding of its own.
  if (!reachable.has(source.key)) return [];
  if (succeeded.surely(read.key, source.key) || isCarried(context, read, source))
    return [];
  const name = nameOf(read);
  if (view.graph.helpers.has(stepId) || reported.has(name)) return [];
  context.left.count -= 1;
  if (context.left.count < 0 || isThereAnyway(context, source, read)) return [];
  const isNever = !succeeded.maybe(read.key, source.key);
  if (isNever && isMeantToBe(context, read, source)) return [];
  if (isAlwaysAnswered(view, source, read.key)) return [];
  reported.add(name);
  return [toMissingOutput(view, { read, source, isNever })];
}

/** From one round of a loop to the next: in the first there is nothing, as is meant. */
function isCarried(
  { view: { components }, places }: Context,
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

const leftByFailures: ReadonlySet<string> = new Set([
  'inputs',
  'method',
  'request',
  'self',
  'sourceDescriptions',
  'statusCode',
  'url',
]);

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
  if (written === undefined || !leftByFailures.has(written.kind)) return false;
  const around = reach(graph, graph.initial, ({ from }) => from !== source.key);
  return !around.has(key);
}

/** A reader and a step; what all steps have is told once. */
function nameOf({ isInherited, path, reader, expression }: PlacedRead): string {
  const place = isInherited === true ? path : reader?.step.stepId;
  return `${place ?? ''} ${expression.stepId}`;
}

/**
 * The steps before one that signs in have what the workflow gives to all of them, and go without. After
 * a failure it is what the step left then that is wanted.
 */
function isMeantToBe(
  { view }: Context,
  { key, isInherited }: PlacedRead,
  source: StepView,
): boolean {
  if (isInherited === true) return true;
  return reach(view.graph, source.key).has(key) && key !== source.key;
}
