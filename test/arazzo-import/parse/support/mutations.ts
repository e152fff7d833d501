import type { Json, JsonObject } from '../../../../src/arazzo-import/document.ts';

/** A document with one change. */
export interface Mutation {
  /** What was changed, and where: `/info/title = 1`. */
  readonly name: string;
  readonly path: string;
  readonly document: Json;
}

const wrongValues: readonly Json[] = [1, 'bogus', null, true, [], [1], {}, { bogus: 1 }];

/** Not specification objects: whatever is in them is the author's. */
const free = /\/(?:payload|x-a|inputs|value|correlationId)(?:\/|$)/;

// The document with each member deleted, replaced, added or repeated.
export function* mutationsOf(document: JsonObject): Generator<Mutation> {
  for (const [path, value] of placesOf(document, '')) {
    const parent = path.split('/').slice(0, -1).join('/');
    if (path !== '') {
      yield change(document, path, 'is deleted', undefined);
      for (const wrong of wrongValues) {
        if (!free.test(parent))
          yield change(document, path, `= ${JSON.stringify(wrong)}`, wrong);
      }
    }
    if (Array.isArray(value) && value.length > 0) {
      yield change(document, path, 'has a twin', [...value, value[0] as Json]);
    } else if (typeof value === 'object' && value !== null) {
      yield change(document, path, 'has a stranger', {
        ...(value as JsonObject),
        stranger: 1,
      });
    } else if (typeof value === 'string') {
      yield change(document, path, 'in capitals', value.toUpperCase());
    }
  }
}

function* placesOf(value: Json, path: string): Generator<readonly [string, Json]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null || free.test(path)) return;
  for (const [key, child] of Object.entries(value)) {
    yield* placesOf(child as Json, `${path}/${key}`);
  }
}

function change(
  document: JsonObject,
  path: string,
  what: string,
  value: Json | undefined,
): Mutation {
  const changed = replace(document, path.split('/').slice(1), value);
  return { name: `${path} ${what}`, path, document: changed as Json };
}

/** The value with something else at a place; nothing there with `undefined`. */
function replace(
  parent: Json,
  [key, ...keys]: readonly string[],
  value: Json | undefined,
): Json | undefined {
  if (key === undefined) return value;
  const members = Object.entries(parent as JsonObject).flatMap(([name, child]) => {
    const changed = name === key ? replace(child, keys, value) : child;
    return changed === undefined ? [] : [[name, changed] as const];
  });
  return Array.isArray(parent)
    ? members.map(([, child]) => child)
    : Object.fromEntries(members);
}
