import type { SecurityScheme } from '../../../openapi/index.ts';
import type { AwsCredential, Credential } from './credential.ts';

/** What was found in the environment, and what is incomplete in it. Values are never in problems. */
export interface FoundCredentials {
  readonly credentials: Readonly<Record<string, Credential>>;
  readonly problems: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The credentials of a source in environment variables: `ARAZZO_<SOURCE>_<SCHEME>_<FIELD>`, or
 * `ARAZZO_<SOURCE>_<FIELD>` for every scheme that has such a field. Names are in capitals, with `_`
 * for whatever is no letter or digit. The fields are `API_KEY`, `TOKEN`, `USERNAME` and `PASSWORD`,
 * `CLIENT_ID`, `CLIENT_SECRET` and `SCOPES`. The `AWS_` variables serve hosts of AWS.
 *
 * @param schemes - the security schemes of the source's description; without them `http`
 * (a bearer token), `key` and `basic` are tried
 */
export function credentialsFromEnvironment(
  env: Environment,
  sourceName: string,
  schemes: Readonly<Record<string, SecurityScheme>> = {},
): FoundCredentials {
  const credentials: Record<string, Credential> = {};
  const problems: string[] = [];
  const all = Object.keys(schemes).length === 0 ? usualSchemes : schemes;
  for (const [name, scheme] of Object.entries(all)) {
    const found = readScheme(createLookup(env, sourceName, name), scheme, problems);
    if (found !== undefined) credentials[name] = found;
  }
  const aws = readAws(env);
  if (aws !== undefined) credentials['amazonaws'] = aws;
  return { credentials, problems: [...new Set(problems)] };
}

const usualSchemes: Readonly<Record<string, SecurityScheme>> = {
  http: { type: 'http', scheme: 'bearer' },
  key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
  basic: { type: 'http', scheme: 'basic' },
};

/** Reads one field; the variable of the scheme comes before that of the source. */
interface Lookup {
  readonly get: (field: string) => string | undefined;
  readonly variable: (field: string) => string;
}

function createLookup(env: Environment, source: string, scheme: string): Lookup {
  const variables = (field: string): readonly string[] => [
    `ARAZZO_${toVariable(source)}_${toVariable(scheme)}_${field}`,
    `ARAZZO_${toVariable(source)}_${field}`,
  ];
  return {
    get: (field) =>
      variables(field)
        .map((name) => env[name])
        .find((value) => (value ?? '') !== ''),
    variable: (field) => variables(field)[1] ?? '',
  };
}

/** The variables that give the credentials of a scheme, whatever else the source has. */
export function variablesFor(source: string, scheme?: SecurityScheme): readonly string[] {
  return fieldsOf(scheme).map((field) => `ARAZZO_${toVariable(source)}_${field}`);
}

function fieldsOf(scheme: SecurityScheme | undefined): readonly string[] {
  if (scheme?.type === 'apiKey') return ['API_KEY'];
  if (scheme?.type === 'http' && scheme.scheme === 'basic')
    return ['USERNAME', 'PASSWORD'];
  return scheme?.type === 'oauth2' && scheme.clientCredentials !== undefined
    ? ['CLIENT_ID', 'CLIENT_SECRET']
    : ['TOKEN'];
}

function toVariable(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/gu, '$1_$2')
    .replaceAll(/[^A-Za-z\d]+/gu, '_')
    .toUpperCase();
}

function readScheme(
  lookup: Lookup,
  scheme: SecurityScheme,
  problems: string[],
): Credential | undefined {
  if (scheme.type === 'apiKey') {
    const apiKey = lookup.get('API_KEY');
    return apiKey === undefined ? undefined : { apiKey };
  }
  if (scheme.type === 'http' && scheme.scheme === 'basic') {
    const pair = readPair(lookup, ['USERNAME', 'PASSWORD'], problems);
    return pair && { username: pair[0], password: pair[1] };
  }
  const token = lookup.get('TOKEN');
  if (token !== undefined) return { token };
  if (scheme.type !== 'oauth2' || scheme.clientCredentials === undefined)
    return undefined;
  const pair = readPair(lookup, ['CLIENT_ID', 'CLIENT_SECRET'], problems);
  const scopes = lookup
    .get('SCOPES')
    ?.split(/[\s,]+/u)
    .filter(Boolean);
  return (
    pair && {
      clientId: pair[0],
      clientSecret: pair[1],
      ...(scopes === undefined ? {} : { scopes }),
    }
  );
}

/** Two variables that are of no use alone. */
function readPair(
  { get, variable }: Lookup,
  fields: readonly [string, string],
  problems: string[],
): readonly [string, string] | undefined {
  const [first, second] = fields.map((field) => get(field));
  if (first !== undefined && second !== undefined) return [first, second];
  const [has, lacks] = first === undefined ? [fields[1], fields[0]] : fields;
  if (first !== undefined || second !== undefined)
    problems.push(`${variable(has)} is set and ${variable(lacks)} is not.`);
  return undefined;
}

function readAws(env: Environment): AwsCredential | undefined {
  const accessKeyId = env['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'];
  if (!accessKeyId || !secretAccessKey) return undefined;
  const sessionToken = env['AWS_SESSION_TOKEN'];
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}
