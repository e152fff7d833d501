import { refuse } from '../refuse.ts';

/** What the URL of a server gives to those of its operations. */
export interface ServerParts {
  readonly origin: string;
  /** Without slashes at its end. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
}

/** Reads the URL of a server; refuses one that requests cannot be sent to. */
export function parseServer(server: string): ServerParts {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol))
    return refuse(
      server.includes('@')
        ? 'The server is no HTTP URL.'
        : `The server "${server}" is no HTTP URL.`,
    );
  if (url.username !== '' || url.password !== '')
    return refuse(
      'A URL of a server must not have a user name and password in it; give credentials.',
    );
  const { origin, pathname, search } = url;
  return { origin, path: pathname.replace(/\/+$/u, ''), query: search.slice(1) };
}
