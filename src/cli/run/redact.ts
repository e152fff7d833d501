/** What stands where a secret was. */
const mark = '[redacted]';

const secretName =
  /(?:token|secret|passw|passphrase|credential|authorization|api[-_]?key|private[-_]?key|cookie|signature)/iu;

/** Shorter texts would be found everywhere. */
const shortestSecret = 6;

/** Hides secrets in what is printed: members with telling names, and known secret texts. */
export interface Redactor {
  /** From now on the text is a secret, wherever it stands. */
  add(secret: unknown): void;
  text(text: string): string;
  /** A copy of a JSON value. */
  value(value: unknown): unknown;
}

/** Whether a member of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Creates a redactor that knows no secret yet but recognises telling names. */
export function createRedactor(): Redactor {
  const secrets = new Set<string>();
  const text = (whole: string): string => {
    let result = whole;
    for (const secret of secrets) result = result.replaceAll(secret, mark);
    return result;
  };
  const value = (whole: unknown, name = ''): unknown => {
    if (whole === null || whole === undefined) return whole;
    if (typeof whole !== 'object') {
      if (isSecretName(name)) return mark;
      return typeof whole === 'string' ? text(whole) : whole;
    }
    if (Array.isArray(whole)) return whole.map((item: unknown) => value(item, name));
    return Object.fromEntries(
      Object.entries(whole).map(([key, member]) => [key, value(member, key)]),
    );
  };
  return {
    text,
    value: (whole) => value(whole),
    add: (secret) => {
      if (typeof secret === 'string' && secret.length >= shortestSecret)
        secrets.add(secret);
    },
  };
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
