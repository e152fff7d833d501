import type { Json, JsonObject } from '../document.ts';
import { checkKeys } from './check-keys.ts';
import { describeValue } from './describe-value.ts';
import { isObject } from '../is-object.ts';
import type { ObjectReader } from './object-reader.ts';
import { checkSelector } from './check-selector.ts';
import { hasOneOf } from './read-list.ts';
import { laterHint } from './read-scalar.ts';
import type { Place } from './place.ts';

const isSelector = hasOneOf('context', 'selector');

/** Gives you the outputs of a step or workflow: expressions, and selectors since Arazzo 1.1. */
export function parseOutputs(owner: ObjectReader): Record<string, Json> {
  const written = owner.raw('outputs');
  if (isListOfMaps(written)) return readListedOutputs(owner, written);
  if (isObject(written)) checkKeys(owner, 'outputs');
  return owner.map('outputs', parseOutput);
}

function parseOutput(place: Place): Json | undefined {
  const { value, path, context } = place;
  if (typeof value === 'string') return value;
  if (context.version !== '1.0' && isSelector(value)) {
    return checkSelector(place) ? value : undefined;
  }
  context.report({
    code: 'LITERAL_OUTPUT',
    severity: 'warning',
    message: `The output is ${describeValue(value)}, not a runtime expression.`,
    path,
    hint: isSelector(value)
      ? laterHint
      : 'Write an expression such as $response.body#/id.',
  });
  return value;
}

function isListOfMaps(value: Json | undefined): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

/** `- id: …` or `- name: id` with `value: …`. A name that comes again replaces the earlier one. */
function readListedOutputs(
  owner: ObjectReader,
  items: readonly JsonObject[],
): Record<string, Json> {
  const place = owner.object('outputs', (each) => each);
  if (place === undefined) return {};
  owner.report({
    code: 'OUTPUTS_AS_LIST',
    severity: 'warning',
    message: `${owner.title} has a list as "outputs"; its items are read as one map.`,
    field: 'outputs',
    target: 'key',
    hint: 'Write a map: <name>: <expression>',
  });
  return Object.fromEntries(
    items.flatMap((item, index) => {
      const base = `${place.path}/${index}`;
      return outputsOf(item).flatMap(([name, value]) => {
        const output = parseOutput({ ...place, value, path: base });
        return output === undefined ? [] : [[name, output] as const];
      });
    }),
  );
}

function outputsOf(item: JsonObject): readonly (readonly [string, Json])[] {
  const { name, value } = item;
  const isPair = Object.keys(item).length === 2 && typeof name === 'string';
  return isPair && value !== undefined ? [[name, value]] : Object.entries(item);
}
