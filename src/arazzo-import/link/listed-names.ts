import type { JsonObject } from '../document.ts';

const openKeywords = [
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'patternProperties',
  '$dynamicRef',
];

/**
 * The names of the properties that a schema lists; `undefined` when it may have more, because it
 * refers to other schemas or combines them.
 */
export function listedNames(
  schema: JsonObject | boolean | undefined,
): readonly string[] | undefined {
  if (typeof schema !== 'object') return undefined;
  const properties = schema['properties'];
  if (openKeywords.some((keyword) => Object.hasOwn(schema, keyword))) return undefined;
  if (typeof schema['additionalProperties'] === 'object') return undefined;
  return typeof properties === 'object' && properties !== null
    ? Object.keys(properties)
    : undefined;
}
