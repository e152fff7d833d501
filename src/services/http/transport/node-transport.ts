import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { HttpRequest } from '../build-request.ts';
import { createBodyParts, tooLarge } from './body-parts.ts';
import { acceptedEncodings, decodeContent } from './decode-content.ts';
import { rememberIdleTime } from './keep-alive.ts';
import type { NodeModules } from './node-modules.ts';
import { NotSentError } from './transport.ts';
import type { Sending, Transport, WireAnswer } from './transport.ts';
import { watchConnection } from './watch-connection.ts';

/** Milliseconds until somebody must have taken a new connection; as long as with `fetch`. */
const usualConnectTimeout = 10_000;

/** Sends requests with Node's own client, which takes less than half the time of `fetch`. */
export function createNodeTransport(
  modules: NodeModules,
  { connectTimeout = usualConnectTimeout }: { readonly connectTimeout?: number } = {},
): Transport {
  return (request, maxBytes) =>
    new Exchange(request, { modules, maxBytes, connectTimeout });
}

interface Setting {
  readonly modules: NodeModules;
  readonly maxBytes: number;
  readonly connectTimeout: number;
}

/** Taken early, because tests put a clock of their own in its place. */
const { setImmediate } = globalThis;

/** Sending these does nothing to the server, so that they can be sent twice (RFC 9110, section 9.2.1). */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A request on its way, over a second connection when the first was gone. */
class Exchange implements Sending {
  readonly answer: Promise<WireAnswer>;
  readonly #request: HttpRequest;
  readonly #setting: Setting;
  #resolve!: (answer: WireAnswer) => void;
  #reject!: (error: unknown) => void;
  #client: ClientRequest | undefined;
  #isCancelled = false;

  constructor(request: HttpRequest, setting: Setting) {
    this.#request = request;
    this.#setting = setting;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.#start(open(request, setting.modules));
    });
  }

  readonly cancel = (): void => {
    this.#isCancelled = true;
    this.#reject(new Error('The request was given up.'));
    this.#client?.destroy();
  };

  #start(client: ClientRequest): void {
    this.#client = client;
    client.on('response', (response) => void this.#receive(response, client));
    client.on('upgrade', (_response, socket) => {
      socket.destroy();
      this.#reject(new Error('The server speaks another protocol.'));
    });
    if (client.reusedSocket) this.#sendOnKept(client);
    else this.#sendOnNew(client);
  }

  #sendOnNew(client: ClientRequest): void {
    const isMade = watchConnection(client, this.#setting.connectTimeout);
    client.on('error', (cause) =>
      this.#reject(isMade() ? cause : new NotSentError('Nobody was reached.', { cause })),
    );
    client.end(this.#request.body);
  }

  /**
   * The server may have closed a connection that was kept. Then the request goes over a new one if
   * nothing was sent, or if it is safe and no byte of an answer came; nothing else is sent twice.
   */
  #sendOnKept(client: ClientRequest): void {
    const isSafe = safeMethods.has(this.#request.method);
    let [isWritten, bytesBefore] = [false, -1];
    client.once('socket', ({ bytesRead }) => (bytesBefore = bytesRead));
    client.on('error', (error) => {
      client.destroy();
      const isUnheard = client.socket === null || client.socket.bytesRead === bytesBefore;
      const mayRepeat = isUnheard && (isSafe || !isWritten) && isClosed(error);
      if (mayRepeat && !this.#isCancelled) this.#startAgain();
      else this.#reject(error);
    });
    const write = (): void => {
      isWritten = true;
      if (!client.destroyed) client.end(this.#request.body);
    };
    // The news that the connection was closed may be waiting; one turn of the event loop hears it.
    if (isSafe) write();
    else setImmediate(() => setImmediate(write));
  }

  #startAgain(): void {
    const { modules } = this.#setting;
    this.#start(open(this.#request, modules, { agent: false }));
  }

  async #receive(response: IncomingMessage, client: ClientRequest): Promise<void> {
    const { modules, maxBytes } = this.#setting;
    try {
      const headers = headersOf(response.rawHeaders);
      rememberIdleTime(response.socket, headers['keep-alive']);
      const encoding = headers['content-encoding'];
      const bytes = await readBytes(response, wireLimit(maxBytes, encoding));
      // Nobody waits for the rest of a request that is answered.
      if (!client.writableFinished) client.destroy();
      const decoded =
        encoding === undefined
          ? bytes
          : await decodeContent(bytes, encoding, { zlib: modules.zlib, maxBytes });
      this.#resolve({ statusCode: response.statusCode ?? 0, headers, bytes: decoded });
    } catch (error) {
      this.#reject(error);
    }
  }
}

function open(
  { method, url, headers, body }: HttpRequest,
  { http, https, agents }: NodeModules,
  options: RequestOptions = {},
): ClientRequest {
  const isSecure = url.protocol === 'https:';
  // Looked up for each call: what intercepts requests in tests puts its own there.
  const { request } = isSecure ? https : http;
  return request({
    agent: isSecure ? agents.https : agents.http,
    method,
    hostname: url.hostname.replace(/^\[(.*)\]$/u, '$1'),
    port: url.port,
    path: url.pathname + url.search,
    headers: {
      'accept-encoding': acceptedEncodings[isSecure ? 'https:' : 'http:'],
      'user-agent': 'node',
      ...headers,
      ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
    },
    ...options,
  });
}

/** `Set-Cookie` is the one header whose values cannot be joined; the first counts. */
function headersOf(raw: readonly string[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index]?.toLowerCase() ?? '';
    const value = raw[index + 1] ?? '';
    const before = headers.get(name);
    if (before === undefined) headers.set(name, value);
    else if (name !== 'set-cookie') headers.set(name, `${before}, ${value}`);
  }
  return Object.fromEntries(headers);
}

/** What is encoded may be a little larger than what it holds. */
function wireLimit(maxBytes: number, encoding: string | undefined): number {
  return encoding === undefined ? maxBytes : maxBytes * 1.01 + 1_000;
}

async function readBytes(
  response: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array> {
  const parts = createBodyParts(maxBytes);
  return new Promise((resolve, reject) => {
    response.on('data', (part: Buffer) => {
      if (!parts.add(part)) reject(tooLarge(maxBytes));
    });
    response.on('end', () => resolve(parts.join()));
    response.on('error', reject);
  });
}

const closedCodes: ReadonlySet<unknown> = new Set([
  'ECONNABORTED',
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_DESTROYED',
]);

function isClosed(error: Error): boolean {
  return 'code' in error && closedCodes.has(error.code);
}
