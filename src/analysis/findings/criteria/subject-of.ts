import type {
  Expression,
  FilterOperand,
  Key,
  LaxPath,
} from '../../../expressions/index.ts';
import { bodyKeys } from '../../cases/statuses/body-keys.ts';
import type { OwnOutputs } from '../../cases/statuses/body-keys.ts';
import { keysOfSegments } from '../../cases/statuses/segment-keys.ts';
import type { Subject } from './demand.ts';

/** What an expression looks at; the outputs of the step itself are looked through. */
export function subjectOfExpression(
  expression: Expression,
  own: OwnOutputs | undefined,
): Subject {
  if (expression.kind === 'statusCode')
    return { kind: 'status', name: 'status', keys: [] };
  const keys = bodyKeys(expression, own);
  return keys === undefined
    ? { kind: 'other', name: expression.text, keys: [] }
    : placeInBody(keys);
}

/** What a path of a lax JSONPath condition looks at. */
export function subjectOfPath(
  { keys, query, length }: LaxPath,
  context: Subject,
): Subject | undefined {
  if (length !== undefined || keys === undefined)
    return { kind: 'other', name: `${context.name} ${query} ${length ?? ''}`, keys: [] };
  return below(context, keys);
}

/** What an operand in the filter of a query looks at; `undefined` when that is not one place. */
export function subjectOfOperand(
  operand: FilterOperand,
  context: Subject,
): Subject | undefined {
  if (operand.kind !== 'query') return undefined;
  const { segments, from } = operand;
  const isPlain = segments.every(
    ({ kind, selectors }) =>
      kind === 'child' && selectors.length === 1 && selectors[0]?.kind === 'name',
  );
  const keys = isPlain ? keysOfSegments(segments) : undefined;
  if (keys === undefined || context.kind !== 'body') return undefined;
  if (from === 'root') return below(context, keys);
  const place = [...context.keys, ...keys];
  return { kind: 'item', name: `item ${JSON.stringify(place)}`, keys: place };
}

function below(context: Subject, keys: readonly Key[]): Subject {
  return context.kind === 'body'
    ? placeInBody([...context.keys, ...keys])
    : { kind: 'other', name: `${context.name} ${JSON.stringify(keys)}`, keys: [] };
}

function placeInBody(keys: readonly Key[]): Subject {
  return { kind: 'body', name: `body ${JSON.stringify(keys)}`, keys };
}
