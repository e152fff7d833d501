import type { Json } from '../document.ts';
import { checkKeys } from './check-keys.ts';
import { describeValue } from './describe-value.ts';
import { isObject } from '../is-object.ts';
import type { ObjectReader } from './object-reader.ts';
import { checkSelector } from './check-selector.ts';
import type { Place } from './place.ts';

/** Gives you the outputs of a step or workflow: expressions, and selectors since Arazzo 1.1. */
export function parseOutputs(owner: ObjectReader): Record<string, Json> {
  checkKeys(owner, 'outputs');
  return owner.map('outputs', parseOutput);
}

function parseOutput(place: Place): Json | undefined {
  const { value, path, context } = place;
  if (typeof value === 'string') return value;
  if (isObject(value) && context.version !== '1.0') {
    return checkSelector(place) ? value : undefined;
  }
  context.report({
    code: 'WRONG_TYPE',
    severity: 'warning',
    message: `The output is ${describeValue(value)}, not a runtime expression.`,
    path,
    hint: 'Write an expression such as $response.body#/id.',
  });
  return value;
}
