import type { SecurityScheme } from '../../../openapi/index.ts';
import type { HttpRequest } from '../build-request.ts';
import type { ServerOptions } from '../choose-server.ts';
import type { PreparedOperation } from '../prepare-operation.ts';
import { applyGrants, putToken } from './apply-security.ts';
import type { Applied, ClientGrant } from './apply-security.ts';
import { assertComplete } from './assert-complete.ts';
import { chooseSecurity } from './choose-security.ts';
import { isAws } from './credential.ts';
import type { AwsCredential, Credentials } from './credential.ts';
import type { TokenStore } from './oauth2-tokens.ts';
import { isAwsHost, signAws } from './sign-aws.ts';
import { takeCredentials } from './take-credentials.ts';
import type { KnownCredentials, Patience } from './take-credentials.ts';

/** A request that waits for credentials. */
export interface Unauthorised extends Patience {
  readonly options: ServerOptions & {
    readonly credentials?: Credentials;
    readonly credentialsHint?: (scheme: string) => string;
  };
  readonly operation: PreparedOperation;
  readonly request: HttpRequest;
  readonly tokens: TokenStore;
  readonly now: () => number;
  readonly warn: (message: string) => void;
}

/** A request with credentials. */
export interface Authorisation {
  readonly request: HttpRequest;
  /** Set when the request carries a token that can be fetched anew. */
  readonly forgetToken?: () => void;
}

/**
 * Gives a request the credentials that it needs; at once when they are there. The request itself stays
 * as it is.
 */
export function authorise(
  unauthorised: Unauthorised,
): Authorisation | Promise<Authorisation> {
  const { options, request } = unauthorised;
  const { credentials = {} } = options;
  if (isElsewhere(unauthorised, credentials)) return { request };
  const names = namesForAws(credentials, request);
  return names.length === 0
    ? authoriseAsDescribed(unauthorised)
    : authoriseForAws(unauthorised, credentials, names);
}

function authoriseAsDescribed(
  unauthorised: Unauthorised,
): Authorisation | Promise<Authorisation> {
  const { options, operation } = unauthorised;
  const { credentialNames } = operation;
  const taken = takeCredentials(options.credentials ?? {}, credentialNames, unauthorised);
  return taken instanceof Promise
    ? taken.then((known) => grant(unauthorised, known))
    : grant(unauthorised, taken);
}

function grant(
  unauthorised: Unauthorised,
  credentials: KnownCredentials,
): Authorisation | Promise<Authorisation> {
  const { request, operation, warn, options } = unauthorised;
  const { credentialsHint } = options;
  const grants = chooseSecurity({
    name: operation.name,
    alternatives: operation.alternatives,
    credentials,
    isSent: (scheme) => sends(request, scheme),
    warn,
    ...(credentialsHint === undefined ? {} : { hintFor: credentialsHint }),
  });
  const open = { url: request.url, headers: { ...request.headers } };
  const applied = applyGrants(open, grants);
  const ready = { ...request, ...open };
  const isReady = applied.aws === undefined && applied.client === undefined;
  return isReady ? { request: ready } : finish(unauthorised, ready, applied);
}

async function finish(
  unauthorised: Unauthorised,
  request: HttpRequest,
  { client, aws }: Applied,
): Promise<Authorisation> {
  const { tokens } = unauthorised;
  const token = client && (await fetchToken(unauthorised, client));
  if (token !== undefined) putToken(request.headers, token);
  if (aws !== undefined) return { request: await sign(unauthorised, request, aws) };
  return {
    request,
    ...(token === undefined ? {} : { forgetToken: () => tokens.forget(token) }),
  };
}

async function fetchToken(
  { options, request, signal, tokens }: Unauthorised,
  { credential, scheme, scopes }: ClientGrant,
): Promise<string> {
  const flow = scheme.type === 'oauth2' ? scheme.clientCredentials : undefined;
  const tokenUrl = absolute(flow?.tokenUrl ?? '', options.descriptionUrl, request.url);
  return tokens.take({ tokenUrl, credential, scopes, signal });
}

/** Credentials are for the API's own server; one operation may live on another. */
function isElsewhere(
  { operation, request, warn }: Unauthorised,
  credentials: Credentials,
): boolean {
  if (operation.isTrusted || Object.keys(credentials).length === 0) return false;
  warn(
    `${operation.name} goes to ${request.url.origin}, which is not the server of this API. It is sent without credentials.`,
  );
  return true;
}

/** The document sends by itself what the scheme wants; that wins. */
function sends({ url, headers }: HttpRequest, scheme: SecurityScheme): boolean {
  if (scheme.type !== 'apiKey') return headers['authorization'] !== undefined;
  if (scheme.in === 'header') return headers[scheme.name.toLowerCase()] !== undefined;
  if (scheme.in === 'query') return url.searchParams.has(scheme.name);
  return (headers['cookie'] ?? '')
    .split('; ')
    .some((cookie) => cookie.startsWith(`${scheme.name}=`));
}

/** Which credentials may be those to sign with, whatever the description says. */
function namesForAws(
  credentials: Credentials,
  { url, headers }: HttpRequest,
): readonly string[] {
  if (headers['authorization'] !== undefined) return [];
  const others = isAwsHost(url.hostname) ? Object.keys(credentials) : [];
  // The usual ones of AWS are there by accident; those of the source are meant.
  const names = ['aws', ...others.filter((name) => name !== 'amazonaws'), ...others];
  return [...new Set(names)].filter((name) => Object.hasOwn(credentials, name));
}

async function authoriseForAws(
  unauthorised: Unauthorised,
  credentials: Credentials,
  names: readonly string[],
): Promise<Authorisation> {
  let known: Credentials = credentials;
  for (const name of names) {
    // Those that were asked for keep their answer, whatever they are good for.
    const taken = await takeCredentials(known, [name], unauthorised);
    const credential = taken[name];
    if (credential !== undefined && isAws(credential)) {
      assertComplete(name, credential);
      return { request: await sign(unauthorised, unauthorised.request, credential) };
    }
    known = taken;
  }
  const options = { ...unauthorised.options, credentials: known };
  return authoriseAsDescribed({ ...unauthorised, options });
}

async function sign(
  { now }: Unauthorised,
  request: HttpRequest,
  credential: AwsCredential,
): Promise<HttpRequest> {
  return { ...request, headers: await signAws({ ...request, now: now() }, credential) };
}

function absolute(url: string, descriptionUrl: string | undefined, server: URL): string {
  const isHttp = descriptionUrl !== undefined && /^https?:/iu.test(descriptionUrl);
  const base = isHttp ? descriptionUrl : server.href;
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}
