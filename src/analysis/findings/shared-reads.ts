import type { Parameter, Reusable, Step } from '../../arazzo-import/document.ts';
import { readsIn } from './reads.ts';
import type { Picker, Read } from './reads.ts';
import type { WorkflowView } from './view.ts';

type Holder = Pick<WorkflowView, 'document' | 'workflow'>;

/** What a step reads for parameters that it takes from components; it stands where it refers to them. */
export function componentReads<E>(
  view: Holder,
  { parameters }: Step,
  pick: Picker<E>,
): readonly Read<E>[] {
  return parameters.flatMap((each) => {
    if (each.kind !== 'reusable' || each.value !== undefined) return [];
    const path = `${each.path}/reference`;
    return readsOf(resolve(view, each), pick).map((read) => ({ ...read, path }));
  });
}

/** What a step reads for parameters that the workflow gives to all of its steps. */
export function inheritedReads<E>(
  view: Holder,
  { parameters }: Step,
  pick: Picker<E>,
): readonly Read<E>[] {
  const own = new Set(parameters.map((each) => keyOf(resolve(view, each))));
  return view.workflow.parameters.flatMap((each) => {
    const parameter = resolve(view, each);
    if (own.has(keyOf(parameter))) return [];
    const isReferred = each.kind === 'reusable' && each.value === undefined;
    const path = `${each.path}/${isReferred ? 'reference' : 'value'}`;
    return readsOf(parameter, pick).map((read) => ({ ...read, path }));
  });
}

function readsOf<E>(
  parameter: Parameter | undefined,
  pick: Picker<E>,
): readonly Read<E>[] {
  return parameter === undefined ? [] : readsIn(parameter.value, parameter.path, pick);
}

function resolve(
  { document }: Holder,
  written: Parameter | Reusable,
): Parameter | undefined {
  if (written.kind === 'parameter') return written;
  const { parameters } = document.components;
  const name = written.reference.slice('$components.parameters.'.length);
  const found = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return found && { ...found, value: written.value ?? found.value };
}

/** A step overrides by name and place; header names have no case. */
function keyOf(parameter: Parameter | undefined): string | undefined {
  if (parameter === undefined) return undefined;
  const { name, in: place } = parameter;
  return `${place ?? ''} ${place === 'header' ? name.toLowerCase() : name}`;
}
