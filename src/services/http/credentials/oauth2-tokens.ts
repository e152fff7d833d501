import type { Deadline } from '../answer/deadline.ts';
import { readBody } from '../answer/read-body.ts';
import { send } from '../answer/send.ts';
import type { HttpRequest } from '../build-request.ts';
import { refuse } from '../refuse.ts';
import type { Transport } from '../transport/transport.ts';
import type { ClientCredential } from './credential.ts';

/** What a token is asked for. */
interface TokenRequest {
  readonly tokenUrl: string;
  readonly credential: ClientCredential;
  /** What the operation wants. */
  readonly scopes: readonly string[];
  readonly signal: AbortSignal;
}

/** The access tokens of one service, kept until they expire. */
export interface TokenStore {
  /** The current token; calls at the same time share one request. */
  readonly take: (request: TokenRequest) => Promise<string>;
  /** Forgets a token that the API did not accept. */
  readonly forget: (token: string) => void;
}

/** What a token store needs. */
export interface TokenStoreOptions {
  readonly transport: Transport;
  readonly deadline: Deadline;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface KeptToken {
  readonly value: string;
  readonly expires: number;
}

const maxTokenBytes = 1_000_000;

/** A token is not used in its last seconds: the clocks differ and the way takes time. */
const skew = 30_000;

/** Creates the store of tokens of the OAuth 2 flow `clientCredentials` (RFC 6749, section 4.4). */
export function createTokenStore(options: TokenStoreOptions): TokenStore {
  const kept = new Map<string, KeptToken>();
  const pending = new Map<string, Promise<KeptToken>>();
  return {
    async take(request) {
      const key = keyOf(request);
      const known = kept.get(key);
      if (known !== undefined && known.expires - skew > options.now()) return known.value;
      const running = pending.get(key) ?? start(key, request);
      const token = await untilAborted(running, request.signal);
      return token.value;
    },
    forget(token) {
      for (const [key, { value }] of kept) if (value === token) kept.delete(key);
    },
  };

  function start(key: string, request: TokenRequest): Promise<KeptToken> {
    // Not tied to one call: another one may wait for it when the first is withdrawn.
    const running = fetchToken(request, options)
      .then((token) => {
        kept.set(key, token);
        return token;
      })
      .finally(() => pending.delete(key));
    pending.set(key, running);
    return running;
  }
}

function keyOf({ tokenUrl, credential, scopes }: TokenRequest): string {
  const { clientId, clientSecret } = credential;
  return JSON.stringify([tokenUrl, clientId, clientSecret, scopesOf(credential, scopes)]);
}

function scopesOf(
  { scopes }: ClientCredential,
  wanted: readonly string[],
): readonly string[] {
  return scopes ?? wanted;
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([work, aborted]);
}

async function fetchToken(
  { tokenUrl, credential, scopes }: TokenRequest,
  { transport, deadline, now }: TokenStoreOptions,
): Promise<KeptToken> {
  checkTokenUrl(tokenUrl);
  const asked = now();
  const answer = await send({
    transport,
    request: tokenRequest(tokenUrl, credential, scopesOf(credential, scopes)),
    maxBytes: maxTokenBytes,
    deadline,
    what: () => `The token endpoint ${withoutQuery(tokenUrl)}`,
  });
  return readToken({ ...answer, ...readBody(answer) }, tokenUrl, asked);
}

/** A secret goes over TLS or stays on this machine (RFC 6749, section 3.2). */
function checkTokenUrl(tokenUrl: string): void {
  const url = URL.canParse(tokenUrl) ? new URL(tokenUrl) : undefined;
  if (url !== undefined && url.username + url.password !== '')
    refuse('The URL of a token endpoint must not have a user name and password in it.');
  const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(url?.hostname ?? '');
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback)) return;
  refuse(
    `The token endpoint "${withoutQuery(tokenUrl)}" is not https; the client's secret is not sent there.`,
  );
}

function tokenRequest(
  tokenUrl: string,
  { clientId, clientSecret, sendIn = 'header' }: ClientCredential,
  scopes: readonly string[],
): HttpRequest {
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scopes.length > 0) body.set('scope', scopes.join(' '));
  const headers: Record<string, string> = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  };
  if (sendIn === 'header') {
    headers['authorization'] =
      `Basic ${btoa(`${formEncode(clientId)}:${formEncode(clientSecret)}`)}`;
  } else {
    body.set('client_id', clientId);
    body.set('client_secret', clientSecret);
  }
  return { method: 'POST', url: new URL(tokenUrl), headers, body: body.toString() };
}

/** RFC 6749, section 2.3.1. */
function formEncode(text: string): string {
  return new URLSearchParams({ text }).toString().slice('text='.length);
}

function readToken(
  { statusCode, body }: { readonly statusCode: number; readonly body: unknown },
  tokenUrl: string,
  asked: number,
): KeptToken {
  const members = typeof body === 'object' && body !== null ? body : {};
  const { access_token: value, error, expires_in } = members as Record<string, unknown>;
  if (statusCode !== 200 || typeof value !== 'string') {
    const why = typeof error === 'string' ? ` (${error.slice(0, 100)})` : '';
    return refuse(
      `The token endpoint ${withoutQuery(tokenUrl)} gave no token: it answered ${statusCode}${why}.`,
    );
  }
  const seconds = Number(expires_in);
  // Without a lifetime it is used until it is refused.
  const lifetime = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : Infinity;
  return { value, expires: asked + lifetime };
}

/** A query may hold a key. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/su, '');
}
