import type {
  Expression,
  Key,
  MessageExpression,
  Template,
} from '../../../expressions/index.ts';
import { isArrayIndex } from '../../../expressions/own-value.ts';

/** The outputs of the step whose criteria are read. */
export interface OwnOutputs {
  readonly stepId: string;
  readonly outputs: Template;
}

/** The keys that an expression follows from the body of the answer; `undefined` when it looks elsewhere. */
export function bodyKeys(
  expression: Expression,
  own?: OwnOutputs,
): readonly Key[] | undefined {
  if (expression.kind === 'response' || expression.kind === 'message')
    return isBody(expression) ? keysAfter(expression) : undefined;
  if (expression.kind !== 'steps' || expression.stepId !== own?.stepId) return undefined;
  const source = outputExpression(own.outputs, expression.name);
  if (source === undefined || source.kind === 'steps') return undefined;
  const keys = bodyKeys(source);
  return keys && [...keys, ...keysAfter(expression)];
}

/** The expression that an output is; `undefined` when it is something else. */
export function outputExpression(
  outputs: Template,
  name: string | undefined,
): Expression | undefined {
  if (outputs.kind !== 'object') return undefined;
  const template = outputs.members.find(([key]) => key === name)?.[1];
  return template?.kind === 'expression' ? template.expression : undefined;
}

/** The path and the pointer of an expression, one after the other. */
export function keysAfter({
  path,
  pointer,
}: Pick<MessageExpression, 'path' | 'pointer'>): readonly Key[] {
  return [...path, ...pointer.map((key) => (isArrayIndex(key) ? Number(key) : key))];
}

function isBody({ part }: MessageExpression): boolean {
  return part === 'body' || part === 'payload';
}
