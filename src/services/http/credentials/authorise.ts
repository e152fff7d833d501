import type { SecurityScheme } from '../../../openapi/index.ts';
import type { HttpRequest } from '../build-request.ts';
import type { ServerOptions } from '../choose-server.ts';
import type { PreparedOperation } from '../prepare-operation.ts';
import { applyGrants } from './apply-security.ts';
import { chooseSecurity } from './choose-security.ts';
import { isAws, takeCredential } from './credential.ts';
import type { AwsCredential, Credentials } from './credential.ts';
import type { TokenStore } from './oauth2-tokens.ts';
import { isAwsHost, signAws } from './sign-aws.ts';

/** A request that waits for credentials. */
export interface Unauthorised {
  readonly options: ServerOptions & { readonly credentials?: Credentials };
  readonly operation: PreparedOperation;
  readonly request: HttpRequest;
  readonly signal: AbortSignal;
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

/** Gives a request the credentials that it needs. The request itself stays as it is. */
export async function authorise(unauthorised: Unauthorised): Promise<Authorisation> {
  const { options, request, operation, signal, tokens } = unauthorised;
  const { credentials = {} } = options;
  if (isElsewhere(unauthorised, credentials)) return { request };
  const open = { url: request.url, headers: { ...request.headers } };
  const isSent = (scheme: SecurityScheme): boolean => sends(request, scheme);
  const aws = await awsCredential(credentials, request);
  if (aws !== undefined) return { request: await sign(unauthorised, request, aws) };
  const grants = await chooseSecurity({
    name: operation.name,
    security: operation.security,
    description: options.description,
    credentials,
    isSent,
    warn: unauthorised.warn,
  });
  const applied = await applyGrants(
    open,
    grants,
    async (credential, { scheme, scopes }) => {
      const flow = scheme.type === 'oauth2' ? scheme.clientCredentials : undefined;
      const tokenUrl = absolute(
        flow?.tokenUrl ?? '',
        options.descriptionUrl,
        request.url,
      );
      return tokens.take({ tokenUrl, credential, scopes, signal });
    },
  );
  const ready = { ...request, ...open };
  const { token } = applied;
  if (applied.aws !== undefined)
    return { request: await sign(unauthorised, ready, applied.aws) };
  return {
    request: ready,
    ...(token === undefined ? {} : { forgetToken: () => tokens.forget(token) }),
  };
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

async function awsCredential(
  credentials: Credentials,
  { url, headers }: HttpRequest,
): Promise<AwsCredential | undefined> {
  if (headers['authorization'] !== undefined) return undefined;
  const others = isAwsHost(url.hostname) ? Object.keys(credentials) : [];
  // The usual ones of AWS are there by accident; those of the source are meant.
  const names = ['aws', ...others.filter((name) => name !== 'amazonaws'), ...others];
  for (const name of names.filter((each) => Object.hasOwn(credentials, each))) {
    const credential = await takeCredential(credentials, name);
    if (credential !== undefined && isAws(credential)) return credential;
  }
  return undefined;
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
