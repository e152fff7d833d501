import type { JsonObject } from '../document.ts';
import { describeValue } from './describe-value.ts';
import { isObject } from '../is-object.ts';
import type { Place } from './place.ts';

/** Gives you a JSON Schema as it is written; what it says is for the validator. */
export function parseSchema({
  value,
  path,
  context,
}: Place): JsonObject | boolean | undefined {
  if (isObject(value) || typeof value === 'boolean') return value;
  context.report({
    code: 'WRONG_TYPE',
    message: `The JSON Schema is ${describeValue(value)}, not an object.`,
    path,
  });
  return undefined;
}
