import { isSecretName } from '../../../diagnostics/is-secret-name.ts';
import type { SecurityScheme } from '../../../openapi/index.ts';
import type { SentRequest } from '../../run-paths/path-result.ts';
import type { NetworkRequest } from './check-sent.ts';

const redacted = '[redacted]';

/** A request as reports show it: without secrets, and without what is the transport's business. */
export function showSent(
  { method, url, headers }: NetworkRequest,
  schemes: Readonly<Record<string, SecurityScheme>>,
): Pick<SentRequest, 'method' | 'url' | 'headers'> {
  const keys = Object.values(schemes).flatMap((scheme) =>
    scheme.type === 'apiKey' ? [scheme.name.toLowerCase()] : [],
  );
  const isSecret = (name: string): boolean =>
    isSecretName(name) || keys.includes(name.toLowerCase());
  const shown = [...headers].filter(([name]) => !ofTransport.test(name));
  return {
    method,
    url: hideQuery(url, isSecret),
    headers: Object.fromEntries(
      shown.map(([name, value]) => [name, isSecret(name) ? redacted : value]),
    ),
  };
}

/** They differ from platform to platform. */
const ofTransport =
  /^(?:accept-encoding|accept-language|connection|content-length|host|keep-alive|sec-.*|transfer-encoding|user-agent)$/u;

function hideQuery(url: URL, isSecret: (name: string) => boolean): string {
  return url.href.replaceAll(
    /([?&])([^=&#]*)=[^&#]*/gu,
    (pair, mark: string, name: string) =>
      isSecret(decodeURIComponent(name)) ? `${mark}${name}=${redacted}` : pair,
  );
}
