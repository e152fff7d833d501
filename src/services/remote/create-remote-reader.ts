import { assertAllowed } from './allowed-hosts.ts';
import type { AllowRemote } from './allowed-hosts.ts';
import { readLimited } from './read-limited.ts';
import { shownUrl, SourceError } from './source-error.ts';

/** How documents are read from the network. */
export interface RemoteReaderOptions {
  /** A URL that the caller named is allowed by itself. */
  readonly allow: AllowRemote;
  /** @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch;
  /** Bytes that a document may have. @default 16 MiB */
  readonly maxBytes?: number;
  /** Milliseconds until the whole document must be there. @default 20 seconds */
  readonly timeout?: number;
}

/** A document that was read from the network. */
export interface RemoteText {
  readonly text: string;
  /** Where it was in the end, after redirects. */
  readonly uri: string;
}

/** Reads a document; `from` is the URL of the one that refers to it, if it is no file. */
export type ReadRemote = (url: string, from?: string) => Promise<RemoteText>;

const maxRedirects = 5;

/** What documents are served as; the bare media type of Arazzo may be YAML (A-DOC-14). */
const accept =
  'application/yaml, application/json, application/vnd.oai.workflows, application/vnd.oai.openapi, text/yaml, */*;q=0.5';

/** Creates a reader of documents on allowed hosts. It sends no credentials. */
export function createRemoteReader({
  allow,
  fetch = globalThis.fetch,
  maxBytes = 16 * 2 ** 20,
  timeout = 20_000,
}: RemoteReaderOptions): ReadRemote {
  return async (text, from) => {
    const url = toUrl(text);
    const signal = AbortSignal.timeout(timeout);
    try {
      const response = await follow(url, toPrevious(from), { allow, fetch, signal });
      assertDocument(response);
      return { text: await readLimited(response, maxBytes), uri: response.url };
    } catch (error) {
      throw explain(error, url, timeout);
    }
  };
}

interface Following {
  readonly allow: AllowRemote;
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
}

/** By hand, because each place on the way has to be allowed. */
async function follow(
  start: URL,
  from: URL | undefined,
  { allow, fetch, signal }: Following,
): Promise<Response> {
  let [url, previous] = [start, from];
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    assertAllowed(url, previous, allow);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept },
      signal,
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null)
      return withUrl(response, url);
    await response.body?.cancel();
    [url, previous] = [toUrl(location, url), url];
    if (previous.protocol === 'https:' && url.protocol === 'http:')
      throw new SourceError(
        `${shownUrl(start)} leads to ${url.origin}, without encryption.`,
      );
  }
  throw new SourceError(
    `${shownUrl(start)} leads from one place to the next without an end.`,
  );
}

/** A response that was made by hand does not know where it comes from. */
function withUrl(response: Response, url: URL): Response {
  return Object.defineProperty(response, 'url', { value: url.href });
}

function toPrevious(from: string | undefined): URL | undefined {
  return from !== undefined && /^https?:/iu.test(from) ? new URL(from) : undefined;
}

function toUrl(text: string, base?: URL): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol))
    throw new SourceError('It leads to something that is neither http nor https.');
  if (url.username === '' && url.password === '') return url;
  throw new SourceError(`${shownUrl(url)} is not read: a password stands in the URL.`);
}

function assertDocument({ ok, status, headers, url }: Response): void {
  if (!ok) throw new SourceError(`${url} answers with status ${status}.`);
  const type = headers.get('content-type') ?? '';
  if (/^\s*(?:text\/html|application\/xhtml|image\/|video\/|audio\/)/iu.test(type))
    throw new SourceError(`${url} is ${type.split(';', 1)[0]}, not a document.`, {
      hint: 'Give the URL of the document itself; on GitHub, the one behind "Raw".',
    });
}

function explain(error: unknown, url: URL, timeout: number): unknown {
  if (!(error instanceof Error)) return error;
  const shown = shownUrl(url);
  if (error.name === 'TimeoutError')
    return new SourceError(`${shown} did not arrive within ${timeout / 1000} s.`, {
      cause: error,
    });
  if (!(error instanceof TypeError)) return error;
  return new SourceError(`${shown} cannot be reached: ${reasonOf(error)}.`, {
    cause: error,
  });
}

/** `fetch` hides the reason behind one sentence that is always the same. */
function reasonOf({ cause, message }: Error): string {
  const { code, message: words } = (cause ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  return typeof words === 'string' && words !== '' ? words : message;
}
