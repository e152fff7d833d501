import type { Parameter } from '../document.ts';
import { defined } from '../defined.ts';
import type { ObjectReader } from './object-reader.ts';
import { openObject } from './open-object.ts';
import type { Place } from './place.ts';

const locations = {
  always: ['path', 'query', 'header', 'cookie'],
  // `channel` is in the published schema of 1.1, and not in its text.
  since11: ['querystring', 'channel'],
} as const;

/** Gives you a Parameter Object. */
export function parseParameter(place: Place): Parameter | undefined {
  const parameter = openObject(place, 'parameter', 'name');
  if (parameter === undefined) return undefined;
  parameter.omitEmpty('reference');
  const name = parameter.string('name', { required: true });
  const value = parameter.json('value', { required: true });
  const location = readLocation(parameter);
  const { extensions } = parameter.rest();
  if (name === undefined || value === undefined) return undefined;
  const { path } = parameter;
  return defined({
    kind: 'parameter' as const,
    path,
    name,
    in: location,
    value,
    extensions,
  });
}

function readLocation(parameter: ObjectReader): Parameter['in'] {
  if (parameter.raw('in') !== 'body') return parameter.choice('in', locations);
  parameter.json('in');
  parameter.report({
    code: 'INVALID_VALUE',
    message: `${parameter.title} has "body" as "in".`,
    field: 'in',
    hint: 'Write it in the requestBody of the step: as its payload, when it is the whole body, or as a member of the payload.',
  });
  return undefined;
}
