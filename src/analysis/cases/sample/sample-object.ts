import type { Json, JsonObject } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import {
  listOf,
  memberSchemas,
} from '../../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import { boundOf } from './sampling.ts';
import type { Place, Sampling } from './sampling.ts';

/** An object that fits the parts of a schema: with all members that it declares, or those it must have. */
export function sampleObject(
  {
    parts,
    root,
  }: { readonly parts: readonly JsonObject[]; readonly root: SchemaNode['root'] },
  place: Place,
  { members, sample }: Sampling,
): Json {
  const required = requiredNames(parts);
  const declared = members === 'all' ? declaredNames(parts) : [];
  const object = new Map<string, Json>();
  for (const name of new Set([...declared, ...required])) {
    const schema = memberSchema(parts, name, root);
    if (schema === false && !required.has(name)) continue;
    const depth = place.depth + (required.has(name) ? 0 : 1);
    const value = sample({ schema, root }, { ...place, name, depth });
    if (value !== undefined) object.set(name, value);
    else if (required.has(name)) object.set(name, null);
  }
  addMembers(object, { parts, root }, place, sample);
  return Object.fromEntries(object);
}

function requiredNames(parts: readonly JsonObject[]): ReadonlySet<string> {
  return new Set(
    parts
      .flatMap(({ required }) => listOf(required))
      .filter((name) => typeof name === 'string'),
  );
}

function declaredNames(parts: readonly JsonObject[]): readonly string[] {
  return parts.flatMap(({ properties }) =>
    isObject(properties) ? Object.keys(properties) : [],
  );
}

function memberSchema(
  parts: readonly JsonObject[],
  name: string,
  root: SchemaNode['root'],
): Json {
  const schemas = parts.flatMap((part) => memberSchemas({ schema: part, root }, name));
  const unique = [...new Set(schemas)];
  const [first = true] = unique;
  return unique.length > 1 ? { allOf: unique } : first;
}

/** As many as `minProperties` wants, when the declared ones are too few. */
function addMembers(
  object: Map<string, Json>,
  {
    parts,
    root,
  }: { readonly parts: readonly JsonObject[]; readonly root: SchemaNode['root'] },
  place: Place,
  sample: Sampling['sample'],
): void {
  const least = Math.min(boundOf(parts, 'minProperties', 'greatest') ?? 0, 20);
  const others = parts
    .map(({ additionalProperties }) => additionalProperties)
    .find((each) => each !== undefined);
  for (let count = 1; object.size < least && count <= least; count += 1) {
    const name = `member${count}`;
    const value = sample({ schema: others ?? true, root }, { ...place, name });
    object.set(name, value ?? null);
  }
}
