import { isObject, itemsOf, membersOf, textOf } from './json.ts';
import type { Json, JsonObject } from './json.ts';

/** Where an API is to be found. */
export interface OpenApiServer {
  /** May be relative to the description and have `{variables}`. */
  readonly url: string;
  readonly variables: Readonly<Record<string, ServerVariable>>;
}

/** A part of a server's URL that may be chosen. */
export interface ServerVariable {
  readonly default?: string;
  /** The only values that are allowed. */
  readonly enum?: readonly string[];
}

/** Reads a list of Server Objects; `undefined` when there is none, so that another level counts. */
export function readServers(
  value: Json | undefined,
): readonly OpenApiServer[] | undefined {
  const servers = itemsOf(value).flatMap((server) => {
    const url = isObject(server) ? textOf(server['url']) : undefined;
    return url === undefined ? [] : [{ url, variables: readVariables(server) }];
  });
  return servers.length === 0 ? undefined : preferTls(servers);
}

function readVariables(server: Json): OpenApiServer['variables'] {
  const variables = isObject(server) ? membersOf(server['variables']) : [];
  return Object.fromEntries(
    variables.map(([name, variable]) => [name, readVariable(variable)]),
  );
}

function readVariable(value: Json): ServerVariable {
  if (!isObject(value)) return {};
  // A number or a boolean is a mistake that is easily made in YAML: `default: 8443`.
  const known = value['default'];
  const allowed = itemsOf(value['enum']).map(String);
  return {
    ...(known === undefined || typeof known === 'object'
      ? {}
      : { default: String(known) }),
    ...(allowed.length === 0 ? {} : { enum: allowed }),
  };
}

/** The server of a 2.0 description: `schemes`, `host` and `basePath`. */
export function readSwaggerServers(
  root: JsonObject,
  schemes: Json | undefined,
): readonly OpenApiServer[] {
  const path = (textOf(root['basePath']) ?? '/').replace(/^(?!\/)/u, '/');
  const host = textOf(root['host']);
  if (host === undefined) return [{ url: path, variables: {} }];
  const known = itemsOf(schemes).map(String).filter(isHttp);
  const urls = known.map((scheme) => `${scheme}://${host}${path}`);
  // Without schemes it is that of the description's own URL.
  return preferTls(
    (urls.length === 0 ? [`//${host}${path}`] : urls).map((url) => ({
      url,
      variables: {},
    })),
  );
}

function isHttp(scheme: string): boolean {
  return scheme === 'https' || scheme === 'http';
}

/** The first server is the one to use; but not in the clear when the same is there over TLS. */
function preferTls(servers: readonly OpenApiServer[]): readonly OpenApiServer[] {
  const first = servers[0];
  if (first?.url.startsWith('http:') !== true) return servers;
  const secure = servers.find(({ url }) => url === first.url.replace('http:', 'https:'));
  return secure === undefined
    ? servers
    : [secure, ...servers.filter((each) => each !== secure)];
}

/** What a server's URL is made of. */
export interface ServerUrlOptions {
  readonly variables?: Readonly<Record<string, string>>;
  /** The URL of the description. */
  readonly base?: string;
}

/** The absolute URL of a server, or why there is none, and which variable is to blame. */
export type ServerUrl =
  { readonly url: string } | { readonly problem: string; readonly variable?: string };

/** The absolute URL of a server, or why there is none. */
export function toServerUrl(
  server: OpenApiServer,
  { variables = {}, base }: ServerUrlOptions = {},
): ServerUrl {
  const problems: Extract<ServerUrl, { readonly problem: string }>[] = [];
  const url = server.url.replaceAll(/\{([^{}]*)\}/gu, (_text, name: string) => {
    const known = Object.hasOwn(server.variables, name)
      ? server.variables[name]
      : undefined;
    const value = Object.hasOwn(variables, name) ? variables[name] : known?.default;
    const problem = variableProblem(name, value, known);
    if (problem !== undefined) problems.push({ problem, variable: name });
    return value ?? '';
  });
  if (problems[0] !== undefined) return problems[0];
  if (/^https?:\/\//iu.test(url) && URL.canParse(url)) return withoutUser(url);
  if (base !== undefined && /^https?:/iu.test(base) && URL.canParse(url, base))
    return withoutUser(new URL(url, base).href);
  const what = /^[a-z][a-z\d+.-]*:/iu.test(url) ? 'no HTTP URL' : 'no absolute URL';
  return {
    problem: `The server ${url.includes('@') ? '' : `"${url}" `}is ${what}.`,
  };
}

function variableProblem(
  name: string,
  value: string | undefined,
  known: ServerVariable | undefined,
): string | undefined {
  if (value === undefined) return `The server variable "${name}" has no value.`;
  return known?.enum?.includes(value) === false
    ? `The server variable "${name}" cannot be "${value}", only ${known.enum.join(', ')}.`
    : undefined;
}

/** Who has a password in a URL would find it in every message. */
function withoutUser(url: string): ServerUrl {
  const { username, password, protocol } = new URL(url);
  if (!/^https?:$/u.test(protocol)) return { problem: 'The server is no HTTP URL.' };
  return username + password === ''
    ? { url }
    : {
        problem:
          'The URL of the server has a user name and password in it; those are credentials.',
      };
}
