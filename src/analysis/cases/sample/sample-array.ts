import type { Json, JsonObject } from '../../../arazzo-import/document.ts';
import { listOf } from '../../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import { boundOf } from './sampling.ts';
import type { Place, Sampling } from './sampling.ts';

/** More items than anybody reads are not made. */
const most = 100;

/** A list that fits the parts of a schema: with one item, or as few as it must have. */
export function sampleArray(
  {
    parts,
    root,
  }: { readonly parts: readonly JsonObject[]; readonly root: SchemaNode['root'] },
  place: Place,
  { members, sample }: Sampling,
): Json {
  const least = boundOf(parts, 'minItems', 'greatest') ?? 0;
  const limit = boundOf(parts, 'maxItems', 'least') ?? most;
  const listed = Math.max(...parts.map(({ prefixItems }) => listOf(prefixItems).length));
  const wanted = members === 'all' ? Math.max(listed, 1, least) : Math.max(listed, least);
  const count = Math.min(wanted, limit, most);
  const items: Json[] = [];
  for (let index = 0; index < count; index += 1) {
    const schema = itemSchema(parts, index);
    const item = sample({ schema, root }, index < least ? place : optional(place));
    if (item === undefined && index >= least) break;
    items.push(item ?? null);
  }
  const isUnique = parts.some(({ uniqueItems }) => uniqueItems === true);
  return isUnique ? items.map(distinguish) : items;
}

function optional(place: Place): Place {
  return { ...place, depth: place.depth + 1 };
}

function itemSchema(parts: readonly JsonObject[], index: number): Json {
  const schemas = parts.flatMap(({ items, prefixItems, contains }): readonly Json[] => {
    const own = listOf(prefixItems)[index] ?? items;
    return [own, index === 0 ? contains : undefined].flatMap((each) => each ?? []);
  });
  const [first = true] = schemas;
  return schemas.length > 1 ? { allOf: schemas } : first;
}

/** Items of a list in which none is there twice. */
function distinguish(item: Json, index: number): Json {
  if (index === 0) return item;
  if (typeof item === 'string') return item.replace(/-1$/u, '') + `-${index + 1}`;
  return typeof item === 'number' ? item + index : item;
}
