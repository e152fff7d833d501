import { createReplacer } from '../../diagnostics/create-replacer.ts';
import { isSecretName } from '../../diagnostics/is-secret-name.ts';

/** What stands where a secret was. */
const mark = '[redacted]';

/** Shorter texts are found everywhere: one of them is hidden only where it is the whole text. */
const shortestPart = 4;

/** Hides secrets in what is printed: members with telling names, and known secret texts. */
export interface Redactor {
  /** From now on this text, or each text in this value, is a secret wherever it stands. */
  add(secret: unknown): void;
  readonly text: (text: string) => string;
  /** A copy of a JSON value. */
  value(value: unknown): unknown;
}

/** Creates a redactor that knows no secret yet but recognises telling names. */
export function createRedactor(): Redactor {
  const secrets = new Set<string>();
  /** Made anew when it is needed after a secret was added. */
  let replace: ((text: string) => string) | undefined;
  const remember = (secret: string): void => {
    if (secret === '' || secrets.has(secret)) return;
    secrets.add(secret);
    replace = undefined;
  };
  const text = (whole: string): string => {
    if (secrets.has(whole)) return mark;
    replace ??= createReplacer(
      [...secrets].filter(({ length }) => length >= shortestPart),
      () => mark,
    );
    return replace(whole);
  };
  const value = (whole: unknown, name = ''): unknown => {
    if (whole === null || whole === undefined) return whole;
    if (typeof whole !== 'object') {
      if (isSecretName(name) || secrets.has(JSON.stringify(whole))) return mark;
      return typeof whole === 'string' ? text(whole) : whole;
    }
    if (Array.isArray(whole)) return whole.map((item: unknown) => value(item, name));
    return Object.fromEntries(
      Object.entries(whole).map(([key, member]) => [text(key), value(member, key)]),
    );
  };
  const add = (secret: unknown): void => {
    if (typeof secret === 'object' && secret !== null) Object.values(secret).forEach(add);
    if (typeof secret === 'number' || typeof secret === 'string')
      remember(String(secret));
  };
  return { text, add, value: (whole) => value(whole) };
}

/** The inputs that are secrets: by their names, or because the schema says `format: password`. */
export function secretInputs(
  inputs: Readonly<Record<string, unknown>>,
  schema: unknown,
): readonly unknown[] {
  const properties = memberOf(schema, 'properties');
  return Object.entries(inputs)
    .filter(
      ([name]) =>
        isSecretName(name) ||
        memberOf(memberOf(properties, name), 'format') === 'password',
    )
    .map(([, secret]) => secret);
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
    return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
