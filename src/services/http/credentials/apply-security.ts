import type { SecurityScheme } from '../../../openapi/index.ts';
import { refuse } from '../refuse.ts';
import { addCookie, encodeCookie, setHeader } from '../request/build-headers.ts';
import type { RequestHeaders } from '../request/build-headers.ts';
import { percentEncode } from '../request/percent-encode.ts';
import type { Grant } from './choose-security.ts';
import { isApiKey, isAws, isBasic, isClient } from './credential.ts';
import type {
  ApiKeyCredential,
  AwsCredential,
  BasicCredential,
  ClientCredential,
  TokenCredential,
} from './credential.ts';

/** A request that credentials are put into. */
export interface OpenRequest {
  /** Not changed but replaced. */
  url: URL;
  readonly headers: RequestHeaders;
}

/** What is left to do after {@link applyGrants}. */
export interface Applied {
  /** Needs a token that has to be fetched. */
  readonly client?: ClientGrant;
  /** Sign the finished request with these. */
  readonly aws?: AwsCredential;
}

/** A grant that is a token to be fetched. */
export interface ClientGrant extends Grant {
  readonly credential: ClientCredential;
}

/** Puts credentials where their schemes want them. */
export function applyGrants(request: OpenRequest, grants: readonly Grant[]): Applied {
  let applied: Applied = {};
  for (const { credential, ...grant } of grants) {
    if (isAws(credential)) applied = { ...applied, aws: credential };
    else if (isClient(credential))
      applied = { ...applied, client: { ...grant, credential } };
    else apply(request, grant.scheme, credential);
  }
  return applied;
}

/** Puts a token where OAuth 2 wants it. */
export function putToken(headers: RequestHeaders, token: string): void {
  setHeader(headers, 'authorization', `Bearer ${token}`);
}

function apply(
  request: OpenRequest,
  scheme: SecurityScheme,
  credential: ApiKeyCredential | BasicCredential | TokenCredential,
): void {
  const { headers } = request;
  if (isApiKey(credential)) {
    if (scheme.type === 'apiKey') putKey(request, scheme, credential.apiKey);
  } else if (isBasic(credential))
    setHeader(headers, 'authorization', basic(credential.username, credential.password));
  else putToken(headers, credential.token);
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
