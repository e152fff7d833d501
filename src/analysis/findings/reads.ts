import type { Json, Parameter, Reusable, Step } from '../../arazzo-import/document.ts';
import { isObject } from '../../arazzo-import/is-object.ts';
import { appendToken } from '../../arazzo-import/json-pointer.ts';
import { parseTemplate, referencesOf } from '../../expressions/index.ts';
import type { Expression, StepExpression } from '../../expressions/index.ts';
import type { StepView } from './view.ts';

/** An expression, and where it stands. */
export interface Read<E> {
  readonly expression: E;
  readonly path: string;
}

/** An expression that names an output of a step, and where it stands. */
export type OutputRead = Read<StepExpression>;

/** Takes from all expressions those that are looked for. */
export type Picker<E> = (expression: Expression) => E | undefined;

/** Those that name an output of a step. */
export function pickSteps(expression: Expression): StepExpression | undefined {
  return expression.kind === 'steps' ? expression : undefined;
}

/** What is read when a step is entered: for its request, or for the workflow that it calls. */
export function entryReads<E>(step: Step, pick: Picker<E>): readonly Read<E>[] {
  const { parameters, requestBody, correlationId, path } = step;
  return [
    ...parameters.flatMap((each) => parameterReads(each, pick)),
    ...readsIn(requestBody?.payload, `${requestBody?.path ?? ''}/payload`, pick),
    ...(requestBody?.replacements ?? []).flatMap(({ value, path: place }) =>
      readsIn(value, `${place}/value`, pick),
    ),
    ...readsIn(correlationId, `${path}/correlationId`, pick),
  ];
}

/** What is read when a step's call has ended. */
export function exitReads<E>(view: StepView, pick: Picker<E>): readonly Read<E>[] {
  const { success, onSuccess, onFailure, step } = view;
  const actions = [...onSuccess, ...onFailure].filter(({ isInherited }) => !isInherited);
  const criteria = [...success, ...actions.flatMap((action) => action.criteria)];
  return [
    ...criteria.flatMap(({ program, path }) =>
      program === undefined ? [] : picked(referencesOf(program), path, pick),
    ),
    ...actions.flatMap(({ written }) =>
      written.parameters.flatMap((each) => parameterReads(each, pick)),
    ),
    ...readsIn(step.outputs, `${step.path}/outputs`, pick),
  ];
}

/** The ids of the steps whose outputs a step's request is made of. */
export function stepsReadFor(step: Step): readonly string[] {
  return entryReads(step, pickSteps).map(({ expression }) => expression.stepId);
}

/** The expressions in a value that are looked for. */
export function readsIn<E>(
  value: Json | undefined,
  path: string,
  pick: Picker<E>,
): readonly Read<E>[] {
  if (typeof value === 'string')
    return value.includes('$')
      ? picked(referencesOf(parseTemplate(value).template), path, pick)
      : [];
  if (Array.isArray(value))
    return value.flatMap((item: Json, index) =>
      readsIn(item, appendToken(path, index), pick),
    );
  return isObject(value)
    ? Object.entries(value).flatMap(([key, member]) =>
        readsIn(member, appendToken(path, key), pick),
      )
    : [];
}

function parameterReads<E>(
  parameter: Parameter | Reusable,
  pick: Picker<E>,
): readonly Read<E>[] {
  return readsIn(parameter.value, `${parameter.path}/value`, pick);
}

function picked<E>(
  references: readonly Expression[],
  path: string,
  pick: Picker<E>,
): readonly Read<E>[] {
  return references.flatMap((each) => {
    const expression = pick(each);
    return expression === undefined ? [] : [{ expression, path }];
  });
}
