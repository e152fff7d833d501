import type { Json, JsonObject } from '../../../arazzo-import/document.ts';
import {
  alternativesOf,
  listOf,
  partsOf,
  rootNode,
} from '../../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import type { JsonSchema } from '../../../openapi/index.ts';
import { fits } from './fits.ts';
import { isHuge } from './is-huge.ts';
import { sampleArray } from './sample-array.ts';
import { sampleNumber } from './sample-number.ts';
import { sampleObject } from './sample-object.ts';
import { sampleText } from './sample-text.ts';
import type { Members, Place, Sampling } from './sampling.ts';
import { typeOf } from './type-of.ts';

export interface SampleOptions {
  /** @default 'all' */
  readonly members?: Members;
  /** How deep objects have members that they need not have. @default 5, and 2 in huge schemas */
  readonly depth?: number;
  /** What texts without a name of their own are called after. @default 'text' */
  readonly name?: string;
}

/** Values in one sample; after that only what must be there. */
const most = 2_000;

/** However it is required, nothing is nested deeper. */
const deepest = 30;

/**
 * A value that fits a JSON Schema (2020-12) that stands alone, the same for the same schema: what it
 * gives as default, example or list of values, else something plausible. Never throws.
 */
export function sampleOf(schema: JsonSchema, options: SampleOptions = {}): Json {
  return sampleNode(rootNode(schema), options);
}

/** As {@link sampleOf}, for a schema within another one. */
export function sampleNode(
  node: SchemaNode,
  { members = 'all', depth = usualDepth(node), name = 'text' }: SampleOptions = {},
): Json {
  let count = 0;
  const sampling: Sampling = {
    members,
    sample: (inner, place) => {
      count += 1;
      const isOptional = place.depth > 0;
      const isEnough =
        count > most || place.depth > depth || place.above.has(inner.schema);
      const isEndless = place.level > deepest || count > 2 * most;
      if ((isOptional && isEnough) || isEndless) return undefined;
      return sampleValue(inner, place, sampling);
    },
  };
  return sampling.sample(node, { name, depth: 0, level: 0, above: new Set() }) ?? null;
}

function usualDepth({ root }: SchemaNode): number {
  return isHuge(root) ? 2 : 5;
}

function sampleValue(node: SchemaNode, place: Place, sampling: Sampling): Json {
  const inside = {
    ...place,
    level: place.level + 1,
    above: new Set([...place.above, node.schema]),
  };
  const choices = choicesOf(node);
  const make = (parts: readonly JsonObject[]): Json =>
    sampleParts({ parts, root: node.root }, inside, sampling);
  const [first = []] = choices;
  if (choices.length <= 1 || hasMany(node)) return make(first);
  let best: Json | undefined;
  for (const parts of choices) {
    const value = make(parts);
    if (!fits(value, node)) continue;
    if (fitsOnlyOne(value, node)) return value;
    best ??= value;
  }
  return best ?? make(first);
}

/** How many choices of alternatives are tried. */
const maxChoices = 8;

/** The parts that must all hold, for each choice of `anyOf` and `oneOf`; the first ones only. */
function choicesOf(
  node: SchemaNode,
  above: ReadonlySet<unknown> = new Set(),
): readonly (readonly JsonObject[])[] {
  const inside = new Set([...above, node.schema]);
  let choices: readonly (readonly JsonObject[])[] = [partsOf(node)];
  for (const group of alternativesOf(node)) {
    const options = group
      .filter(({ schema }) => !inside.has(schema))
      .flatMap((each) => choicesOf(each, inside));
    if (options.length === 0) continue;
    choices = choices
      .flatMap((parts) => options.map((option) => [...parts, ...option]))
      .slice(0, maxChoices);
  }
  return choices;
}

/** Of so many alternatives the first is taken without looking whether others fit as well. */
const many = 10;

function hasMany(node: SchemaNode): boolean {
  return alternativesOf(node).some(({ length }) => length > many);
}

/** Whether each `oneOf` of a schema is fulfilled by one alternative alone. */
function fitsOnlyOne(value: Json, node: SchemaNode): boolean {
  const groups = partsOf(node).map(({ oneOf }) => listOf(oneOf));
  return groups.every(
    (group) =>
      group.filter((schema) => fits(value, { schema, root: node.root })).length <= 1,
  );
}

function sampleParts(
  schema: { readonly parts: readonly JsonObject[]; readonly root: SchemaNode['root'] },
  place: Place,
  sampling: Sampling,
): Json {
  const { parts, root } = schema;
  const whole = { schema: { allOf: [...parts] }, root };
  const given = parts.flatMap(givenValues);
  const type = typeOf(parts);
  const isChosen = parts.some((part) => 'const' in part || 'enum' in part);
  if (isChosen || (type !== 'object' && type !== 'array')) {
    const known = given.find((value) => fits(value, whole));
    if (known !== undefined) return known;
  }
  if (type === 'object') return sampleObject(schema, place, sampling);
  if (type === 'array') return sampleArray(schema, place, sampling);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  return type === 'string'
    ? sampleText(parts, place.name)
    : sampleNumber(parts, type === 'integer');
}

/** The values that a schema itself gives. */
function givenValues(part: JsonObject): readonly Json[] {
  const { default: value, example } = part;
  const single = part['const'];
  return [
    ...(single === undefined ? [] : [single]),
    ...(value === undefined ? [] : [value]),
    ...listOf(part['examples']),
    ...(example === undefined ? [] : [example]),
    ...listOf(part['enum']),
  ];
}
