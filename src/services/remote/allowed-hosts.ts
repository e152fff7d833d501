import { HostNotAllowedError } from './source-error.ts';

/** Which hosts documents may be read from: all that documents name, or these (`host`, `host:port`, an origin). */
export type AllowRemote = true | readonly string[];

/**
 * Throws for a URL that may not be read.
 *
 * @param previous - where the reference or the redirect comes from, when that was a host
 */
export function assertAllowed(
  url: URL,
  previous: URL | undefined,
  allow: AllowRemote,
): void {
  if (allow !== true && !allow.some((each) => matches(each, url)))
    throw new HostNotAllowedError(url, 'its host is not allowed');
  const isLedInside =
    previous !== undefined && !isPrivate(previous.hostname) && isPrivate(url.hostname);
  if (allow === true && isLedInside)
    throw new HostNotAllowedError(
      url,
      `${previous.origin} leads to it, and it is a host of the local network`,
    );
}

function matches(allowed: string, url: URL): boolean {
  if (allowed.includes('://'))
    return URL.canParse(allowed) && new URL(allowed).origin === url.origin;
  const name = allowed.toLowerCase();
  return name === url.host || name === url.hostname;
}

/** Hosts that only this machine or its network sees, as far as the name says. */
function isPrivate(hostname: string): boolean {
  // With a dot behind it a name is the same name.
  const host = hostname.replace(/\.$/u, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  if (/^\[(?:::1?|f[cd].*|fe[89ab].*|::ffff:.*|64:ff9b:.*)\]$/u.test(host)) return true;
  return /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]+$/u.test(
    host,
  );
}
