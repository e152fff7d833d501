import { isObject } from '../../../arazzo-import/is-object.ts';
import type { JsonSchema } from '../../../openapi/index.ts';

/** So many schemas in one are more than anybody waits for. */
const many = 100;

/** Tells whether everything may be in everything, as in FHIR: values are then kept small and not checked. */
export function isHuge(schema: JsonSchema): boolean {
  const definitions = isObject(schema) ? schema['$defs'] : undefined;
  return isObject(definitions) && Object.keys(definitions).length > many;
}
