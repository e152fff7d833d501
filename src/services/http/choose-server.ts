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

/** The URL that an operation's path is appended to, or why nobody knows it. */
export function findServer(
  servers: readonly OpenApiServer[],
  { server, descriptionUrl, serverVariables }: ServerOptions,
): ReturnType<typeof toServerUrl> {
  const options = toUrlOptions(descriptionUrl, serverVariables);
  const candidates =
    server === undefined
      ? servers
      : [{ url: server, variables: servers[0]?.variables ?? {} }];
  const urls = candidates.map((candidate) => toServerUrl(candidate, options));
  return (
    urls.find((each) => 'url' in each) ?? urls[0] ?? { problem: 'No server is known.' }
  );
}

/** The URL that an operation's path is appended to. */
export function chooseServer(
  servers: readonly OpenApiServer[],
  options: ServerOptions,
): string {
  const found = findServer(servers, options);
  if ('url' in found) return found.url;
  return refuse(`${found.problem} Say where the API is: \`server\`.`);
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
