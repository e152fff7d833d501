import { refuse } from '../refuse.ts';
import { addCookie, encodeCookie, setHeader } from '../request/build-headers.ts';
import type { RequestHeaders } from '../request/build-headers.ts';
import { percentEncode } from '../request/percent-encode.ts';
import type { Grant } from './choose-security.ts';
import { isApiKey, isAws, isBasic, isClient, isToken } from './credential.ts';
import type { AwsCredential, ClientCredential } from './credential.ts';

/** A request that credentials are put into. */
export interface OpenRequest {
  /** Not changed but replaced. */
  url: URL;
  readonly headers: RequestHeaders;
}

/** What is left to do after {@link applyGrants}. */
export interface Applied {
  /** A token that was fetched, which the server may refuse. */
  readonly token?: string;
  /** Sign the finished request with these. */
  readonly aws?: AwsCredential;
}

/** Fetches the token for a grant. */
export type FetchToken = (credential: ClientCredential, grant: Grant) => Promise<string>;

/** Puts credentials where their schemes want them. */
export async function applyGrants(
  request: OpenRequest,
  grants: readonly Grant[],
  fetchToken: FetchToken,
): Promise<Applied> {
  let applied: Applied = {};
  for (const grant of grants)
    applied = { ...applied, ...(await apply(request, grant, fetchToken)) };
  return applied;
}

async function apply(
  request: OpenRequest,
  grant: Grant,
  fetchToken: FetchToken,
): Promise<Applied> {
  const { credential, scheme } = grant;
  if (isAws(credential)) return { aws: credential };
  if (isApiKey(credential)) {
    if (scheme.type === 'apiKey') putKey(request, scheme, credential.apiKey);
    return {};
  }
  if (isBasic(credential)) {
    setHeader(
      request.headers,
      'authorization',
      basic(credential.username, credential.password),
    );
    return {};
  }
  const token = isToken(credential)
    ? credential.token
    : isClient(credential)
      ? await fetchToken(credential, grant)
      : '';
  setHeader(request.headers, 'authorization', `Bearer ${token}`);
  return isClient(credential) ? { token } : {};
}

function putKey(
  request: OpenRequest,
  scheme: { readonly name: string; readonly in: 'header' | 'query' | 'cookie' },
  key: string,
): void {
  const { headers } = request;
  if (scheme.in === 'header') setHeader(headers, scheme.name.toLowerCase(), key);
  else if (scheme.in === 'cookie') addCookie(headers, scheme.name, encodeCookie(key));
  else {
    const pair = `${percentEncode(scheme.name)}=${percentEncode(key)}`;
    const url = new URL(request.url);
    url.search = url.search === '' ? pair : `${url.search.slice(1)}&${pair}`;
    request.url = url;
  }
}

function basic(username: string, password: string): string {
  if (username.includes(':'))
    refuse('A user name for basic authentication cannot have a colon.');
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
