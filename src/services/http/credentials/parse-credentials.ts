import type { Credential } from './credential.ts';

/** Something wrong with a credentials file; without its values. */
export interface CredentialProblem {
  /** JSON Pointer into the file. */
  readonly path: string;
  readonly message: string;
}

/** The credentials of a file, by source and scheme, as far as they could be read. */
export interface ParsedCredentials {
  readonly sources: Readonly<Record<string, Readonly<Record<string, Credential>>>>;
  readonly problems: readonly CredentialProblem[];
}

/** Reads a credentials file: `{ "<source>": { "<scheme>": { "token": "…" } } }`. Never throws. */
export function parseCredentials(text: string): ParsedCredentials {
  const problems: CredentialProblem[] = [];
  const report = (path: string, message: string): void => {
    problems.push({ path, message });
  };
  const sources: Record<string, Record<string, Credential>> = {};
  for (const [source, schemes] of membersOf(parseJson(text, report), '', report)) {
    const read: Record<string, Credential> = {};
    const path = `/${escapeKey(source)}`;
    for (const [scheme, value] of membersOf(schemes, path, report)) {
      const credential = readCredential(value, `${path}/${escapeKey(scheme)}`, report);
      if (credential !== undefined) setOwn(read, scheme, credential);
    }
    setOwn(sources, source, read);
  }
  return { sources, problems };
}

type Report = (path: string, message: string) => void;

/** The parser's own words would quote the file. */
function parseJson(text: string, report: Report): unknown {
  try {
    return JSON.parse(text);
  } catch {
    report('', 'The credentials are not JSON.');
    return {};
  }
}

function membersOf(
  value: unknown,
  path: string,
  report: Report,
): readonly [string, unknown][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value);
  report(path, 'Expected an object.');
  return [];
}

/** `__proto__` is a key like any other. */
function setOwn<T>(target: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true });
}

interface Shape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const shapes: readonly Shape[] = [
  { required: ['apiKey'], optional: ['header'] },
  { required: ['username', 'password'], optional: [] },
  { required: ['token'], optional: [] },
  { required: ['clientId', 'clientSecret'], optional: ['scopes', 'sendIn'] },
  {
    required: ['accessKeyId', 'secretAccessKey'],
    optional: ['sessionToken', 'region', 'service'],
  },
];

function readCredential(
  value: unknown,
  path: string,
  report: Report,
): Credential | undefined {
  const members = Object.fromEntries(membersOf(value, path, report));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return undefined;
  const shape = shapes.find(({ required }) => required.some((field) => field in members));
  if (shape === undefined) {
    const known = shapes.map(({ required }) => `{ ${required.join(', ')} }`).join(', ');
    report(path, `Expected one of ${known}.`);
    return undefined;
  }
  const before = shape.required.filter((field) => typeof members[field] !== 'string');
  for (const field of before) report(path, `"${field}" is missing or no text.`);
  const wrong = Object.keys(members).filter(
    (field) => !isRight(field, members[field], shape),
  );
  for (const field of wrong)
    report(
      `${path}/${escapeKey(field)}`,
      `"${field}" does not belong here, or is of the wrong type.`,
    );
  return before.length + wrong.length === 0
    ? (members as unknown as Credential)
    : undefined;
}

function isRight(field: string, value: unknown, { required, optional }: Shape): boolean {
  // Reported as missing.
  if (required.includes(field)) return true;
  if (!optional.includes(field)) return false;
  if (field === 'scopes')
    return Array.isArray(value) && value.every((scope) => typeof scope === 'string');
  return field === 'sendIn'
    ? value === 'header' || value === 'body'
    : typeof value === 'string';
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
