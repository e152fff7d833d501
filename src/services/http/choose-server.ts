import { toServerUrl } from '../../openapi/index.ts';
import type { OpenApiDescription, OpenApiServer } from '../../openapi/index.ts';
import { refuse } from './refuse.ts';

/** What decides where requests go. */
export interface ServerOptions {
  readonly description?: OpenApiDescription;
  /** The URL that the description was read from; relative servers are relative to it. */
  readonly descriptionUrl?: string;
  /** The URL of the API, instead of what the description says. May have a path and `{variables}`. */
  readonly server?: string;
  readonly serverVariables?: Readonly<Record<string, string>>;
}

/** The URL that an operation's path is appended to. */
export function chooseServer(
  servers: readonly OpenApiServer[],
  { server, descriptionUrl, serverVariables }: ServerOptions,
): string {
  const options = toUrlOptions(descriptionUrl, serverVariables);
  const candidates =
    server === undefined
      ? servers
      : [{ url: server, variables: servers[0]?.variables ?? {} }];
  const urls = candidates.map((candidate) => toServerUrl(candidate, options));
  const found = urls.find((each) => 'url' in each);
  if (found !== undefined) return found.url;
  const [first] = urls;
  const why =
    first !== undefined && 'problem' in first ? first.problem : 'No server is known.';
  return refuse(`${why} Say where the API is: \`server\`.`);
}

/**
 * The origins that credentials are sent to: those of the source's own servers. A single operation
 * that lives elsewhere does not get them.
 */
export function trustedOrigins(
  servers: readonly OpenApiServer[],
  options: ServerOptions,
): ReadonlySet<string> {
  const { description, server, descriptionUrl, serverVariables } = options;
  if (server !== undefined)
    return new Set([new URL(chooseServer(servers, options)).origin]);
  const all = description?.servers ?? [];
  // A description without servers of its own leaves them to its operations.
  const own = all.length === 1 && all[0]?.url === '/' ? [...all, ...servers] : all;
  const urls = own.map((each) =>
    toServerUrl(each, toUrlOptions(descriptionUrl, serverVariables)),
  );
  return new Set(
    urls.flatMap((each) => ('url' in each ? [new URL(each.url).origin] : [])),
  );
}

function toUrlOptions(
  base: string | undefined,
  variables: Readonly<Record<string, string>> | undefined,
): NonNullable<Parameters<typeof toServerUrl>[1]> {
  return {
    ...(base === undefined ? {} : { base }),
    ...(variables === undefined ? {} : { variables }),
  };
}
