import type { Json, Parameter, Reusable, Step } from '../../arazzo-import/document.ts';
import { isObject } from '../../arazzo-import/is-object.ts';
import { appendToken } from '../../arazzo-import/json-pointer.ts';
import { parseTemplate, referencesOf } from '../../expressions/index.ts';
import type { StepExpression } from '../../expressions/index.ts';
import type { StepView } from './view.ts';

/** An expression that names an output of a step, and where it stands. */
export interface OutputRead {
  readonly expression: StepExpression;
  readonly path: string;
}

/** What is read when a step is entered: for its request, or for the workflow that it calls. */
export function entryReads(step: Step): readonly OutputRead[] {
  const { parameters, requestBody, correlationId, path } = step;
  return [
    ...parameters.flatMap(parameterReads),
    ...readsIn(requestBody?.payload, `${requestBody?.path ?? ''}/payload`),
    ...(requestBody?.replacements ?? []).flatMap(({ value, path: place }) =>
      readsIn(value, `${place}/value`),
    ),
    ...readsIn(correlationId, `${path}/correlationId`),
  ];
}

/** What is read when a step's call has ended. */
export function exitReads(view: StepView): readonly OutputRead[] {
  const { success, onSuccess, onFailure, step } = view;
  const actions = [...onSuccess, ...onFailure].filter(({ isInherited }) => !isInherited);
  const criteria = [...success, ...actions.flatMap((action) => action.criteria)];
  return [
    ...criteria.flatMap(({ program, path }) =>
      program === undefined ? [] : stepExpressions(referencesOf(program), path),
    ),
    ...actions.flatMap(({ written }) => written.parameters.flatMap(parameterReads)),
    ...readsIn(step.outputs, `${step.path}/outputs`),
  ];
}

/** The ids of the steps whose outputs a step's request is made of. */
export function stepsReadFor(step: Step): readonly string[] {
  return entryReads(step).map(({ expression }) => expression.stepId);
}

/** Every expression in a value that names an output of a step. */
export function readsIn(value: Json | undefined, path: string): readonly OutputRead[] {
  if (typeof value === 'string')
    return value.includes('$steps.')
      ? stepExpressions(referencesOf(parseTemplate(value).template), path)
      : [];
  if (Array.isArray(value))
    return value.flatMap((item: Json, index) => readsIn(item, appendToken(path, index)));
  return isObject(value)
    ? Object.entries(value).flatMap(([key, member]) =>
        readsIn(member, appendToken(path, key)),
      )
    : [];
}

function parameterReads(parameter: Parameter | Reusable): readonly OutputRead[] {
  return readsIn(parameter.value, `${parameter.path}/value`);
}

function stepExpressions(
  references: ReturnType<typeof referencesOf>,
  path: string,
): readonly OutputRead[] {
  return references.flatMap((expression) =>
    expression.kind === 'steps' ? [{ expression, path }] : [],
  );
}
