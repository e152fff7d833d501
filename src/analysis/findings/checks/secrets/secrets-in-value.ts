import type { Json } from '../../../../arazzo-import/document.ts';
import { isObject } from '../../../../arazzo-import/is-object.ts';
import { appendToken } from '../../../../arazzo-import/json-pointer.ts';
import { isKnownKey, isSecret } from './is-secret.ts';
import { namesSecret } from './secret-name.ts';
import type { SecretPlace } from './secret-place.ts';

/** Secrets in a value and in its members, by their names; the value itself may have one too. */
export function secretsInValue(
  value: Json | undefined,
  path: string,
  name = '',
): readonly SecretPlace[] {
  if (Array.isArray(value))
    return value.flatMap((item: Json, index) =>
      secretsInValue(item, appendToken(path, index), name),
    );
  if (isObject(value))
    return Object.entries(value).flatMap(([key, member]) =>
      secretsInValue(member, appendToken(path, key), key),
    );
  if (typeof value !== 'string') return [];
  if ((namesSecret(name) && isSecret(value, name)) || isKnownKey(value))
    return [{ what: name === '' ? 'this value' : `"${name}"`, path }];
  return secretsInText(value).map((what) => ({ what, path }));
}

/** What {@link secretMembers} has, in words. */
export function secretsInText(text: string): readonly string[] {
  return secretMembers(text).map(([name]) => `"${name}"`);
}

type Member = readonly [name: string, value: string];

/** The members of a body, or of the query of a URL, that is written as a text, which are secrets. */
export function secretMembers(text: string): readonly Member[] {
  const members = text.trimStart().startsWith('{') ? membersOfJson(text) : pairsOf(text);
  return members.filter(([name, value]) => namesSecret(name) && isSecret(value, name));
}

/** Also of a text that becomes JSON only when its expressions are replaced. */
function membersOfJson(text: string): readonly Member[] {
  const found = text.matchAll(
    /"(?<name>[\w-]{1,60})"\s{0,9}:\s{0,9}"(?<value>[^"\\]*)"/gu,
  );
  return Array.from(found, ({ groups }) => [
    groups?.['name'] ?? '',
    groups?.['value'] ?? '',
  ]);
}

/** `grant_type=password&password=…`. */
function pairsOf(text: string): readonly Member[] {
  if (!text.includes('=') || /\s/u.test(text.trim())) return [];
  return text
    .trim()
    .split(/[?&]/u)
    .flatMap((pair): readonly Member[] => {
      const [name = '', ...rest] = pair.split('=');
      return rest.length === 0 ? [] : [[name, rest.join('=')]];
    });
}
