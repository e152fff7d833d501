import type { Json, JsonObject } from '../../../../arazzo-import/document.ts';
import { isObject } from '../../../../arazzo-import/is-object.ts';
import { appendToken } from '../../../../arazzo-import/json-pointer.ts';
import { isSecret } from './is-secret.ts';
import { namesSecret } from './secret-name.ts';
import type { SecretPlace } from './secret-place.ts';
import { secretsInValue } from './secrets-in-value.ts';

const fields = ['default', 'const', 'example', 'examples'] as const;

/** Secrets in defaults and examples of inputs that bear the name, or the format, of one. */
export function secretsInSchema(
  schema: Json,
  path: string,
  name = '',
): readonly SecretPlace[] {
  if (!isObject(schema)) return [];
  return [
    ...fields.flatMap((field) => inField(schema, field, { path, name })),
    ...membersOf(schema, path).flatMap(({ member, place, key }) =>
      secretsInSchema(member, place, key ?? name),
    ),
  ];
}

function inField(
  schema: JsonObject,
  field: (typeof fields)[number],
  { path, name }: { readonly path: string; readonly name: string },
): readonly SecretPlace[] {
  const isPassword = schema['format'] === 'password';
  const values = [schema[field] ?? []].flat();
  const place = `${path}/${field}`;
  if (!isPassword && !namesSecret(name)) return secretsInValue(schema[field], place);
  if (!values.some((value) => isSecret(value, isPassword ? 'password' : name))) return [];
  const title = field === 'examples' ? 'example' : field;
  const what = `the ${title} of the input "${name}"`;
  return [
    { what, path: place, remedy: 'Leave it out: whoever runs the workflow gives it' },
  ];
}

interface Member {
  readonly member: Json;
  readonly place: string;
  /** Absent when it is about the same input. */
  readonly key?: string;
}

function membersOf(schema: JsonObject, path: string): readonly Member[] {
  const { properties, items } = schema;
  const named = isObject(properties) ? Object.entries(properties) : [];
  return [
    ...named.map(([key, member]) => ({
      member,
      place: appendToken(`${path}/properties`, key),
      key,
    })),
    ...(items === undefined ? [] : [{ member: items, place: `${path}/items` }]),
    ...(['allOf', 'anyOf', 'oneOf'] as const).flatMap((field) =>
      [schema[field] ?? []].flat().map((member, index) => ({
        member: member as Json,
        place: `${path}/${field}/${index}`,
      })),
    ),
  ];
}
