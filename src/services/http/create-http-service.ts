import type { OpenApiDescription, SecurityScheme } from '../../openapi/index.ts';
import { OperationError } from '../../diagnostics/index.ts';
import type {
  OperationAnswer,
  OperationReference,
  OperationRequest,
  Service,
} from '../service.ts';
import { createDeadline } from './answer/deadline.ts';
import type { Deadline } from './answer/deadline.ts';
import { readBody } from './answer/read-body.ts';
import { send } from './answer/send.ts';
import type { Exchange } from './answer/send.ts';
import { buildRequest } from './build-request.ts';
import type { HttpRequest } from './build-request.ts';
import type { ServerOptions } from './choose-server.ts';
import { authorise } from './credentials/authorise.ts';
import type { Authorisation } from './credentials/authorise.ts';
import type { Credentials } from './credentials/credential.ts';
import { createTokenStore } from './credentials/oauth2-tokens.ts';
import type { OperationSources } from './http-operation.ts';
import { maskUrl } from './mask-url.ts';
import { createPreparer } from './prepare-operation.ts';
import type { PreparedOperation } from './prepare-operation.ts';
import type { Fetch } from './transport/fetch-transport.ts';
import { findTransport } from './transport/find-transport.ts';
import type { Transport, WireAnswer } from './transport/transport.ts';

/** How {@link createHttpService} calls an API. */
export interface HttpServiceOptions extends ServerOptions, OperationSources {
  /** For people. @default the title of the description */
  readonly name?: string;
  /** What is known about the API; see `parseDescription`. */
  readonly description?: OpenApiDescription;
  /**
   * Method and path by operationId (`{ addPet: 'POST /pets' }`), for a source without a description
   * and instead of what the description says.
   */
  readonly operations?: Readonly<Record<string, string>>;
  /** By the name of the security scheme. Sent to the API's own server only. */
  readonly credentials?: Credentials;
  /**
   * What a warning says about how to give the credentials of a security scheme.
   * @default that they are an option of the service
   */
  readonly credentialsHint?: (scheme: string) => string;
  /** Sends the requests. @default Node's own HTTP client; the platform's `fetch` where there is none */
  readonly fetch?: Fetch;
  /** Milliseconds for one request and its answer. @default 60000 */
  readonly timeout?: number;
  /** Bytes that the body of an answer may have. @default 32 MiB */
  readonly maxResponseBytes?: number;
  /** Milliseconds since 1970, for the expiry of tokens and for signatures. @default Date.now */
  readonly now?: () => number;
  /** Hears once about each thing that is doubtful: missing credentials, a broken description. */
  readonly onWarning?: (message: string) => void;
}

/**
 * A service that calls an API over HTTP, as its OpenAPI description says or as you say.
 *
 * Redirects are answers and not followed. Nothing is sent twice, except once more with a new token
 * when an OAuth 2 token was refused, and what changes nothing (GET, HEAD, OPTIONS) when a connection
 * that was kept is closed.
 *
 * @example
 * ```ts
 * const pets = createHttpService({
 *   server: 'https://pets.example.com/v1',
 *   operations: { getPet: 'GET /pets/{petId}' },
 *   credentials: { key: { apiKey: process.env['PETS_KEY'] ?? '' } },
 * });
 * ```
 */
export function createHttpService(options: HttpServiceOptions = {}): Service {
  const { description } = options;
  const context = toContext(options);
  return {
    name: options.name ?? description?.title ?? 'HTTP',
    ...listIds(options),
    async call(request, { signal }) {
      try {
        return await perform(context, request, signal);
      } catch (error) {
        throw withOperation(error, request, signal);
      }
    },
  };
}

function listIds({
  description,
  operations,
}: HttpServiceOptions): Pick<Service, 'operationIds'> {
  if (description === undefined && operations === undefined) return {};
  const described = description?.operations.flatMap(
    ({ operationId }) => operationId ?? [],
  );
  return {
    operationIds: [...new Set([...(described ?? []), ...Object.keys(operations ?? {})])],
  };
}

/** Everything that the calls of a service share. */
interface Context {
  readonly prepare: (reference: OperationReference) => PreparedOperation;
  readonly transport: Transport;
  readonly deadline: Deadline;
  readonly maxResponseBytes: number;
  readonly authorise: (
    operation: PreparedOperation,
    request: HttpRequest,
    signal: AbortSignal,
  ) => Authorisation | Promise<Authorisation>;
  /** Names of query parameters that are secrets. */
  readonly secrets: ReadonlySet<string>;
  readonly warn: (message: string) => void;
}

const mebibyte = 2 ** 20;

function toContext(options: HttpServiceOptions): Context {
  const {
    timeout = 60_000,
    maxResponseBytes = 32 * mebibyte,
    now = Date.now,
    onWarning = () => {},
  } = options;
  const transport = findTransport(options.fetch);
  const deadline = createDeadline(timeout);
  const tokens = createTokenStore({ transport, deadline, now });
  const said = new Set<string>();
  const warn = (message: string): void => {
    if (said.has(message)) return;
    said.add(message);
    onWarning(message);
  };
  return {
    prepare: createPreparer(options),
    transport,
    deadline,
    maxResponseBytes,
    warn,
    authorise: (operation, request, signal) =>
      authorise({
        options,
        operation,
        request,
        signal,
        deadline,
        tokens,
        now,
        warn,
      }),
    secrets: new Set(
      Object.values(options.description?.securitySchemes ?? {}).flatMap(secretParameter),
    ),
  };
}

function secretParameter(scheme: SecurityScheme): readonly string[] {
  return scheme.type === 'apiKey' && scheme.in === 'query' ? [scheme.name] : [];
}

async function perform(
  context: Context,
  request: OperationRequest,
  signal: AbortSignal,
): Promise<OperationAnswer> {
  const operation = context.prepare(request.operation);
  const built = buildRequest(operation, request);
  for (const { pointer, message } of operation.problems)
    context.warn(`The API description is broken at ${pointer}: ${message}`);
  const authorised = context.authorise(operation, built, signal);
  const first = authorised instanceof Promise ? await authorised : authorised;
  const answer = await send(toExchange(context, first.request, signal));
  if (answer.statusCode !== 401 || first.forgetToken === undefined)
    return toAnswer(context, first.request, answer);
  first.forgetToken();
  const second = await context.authorise(operation, built, signal);
  const last = await send(toExchange(context, second.request, signal));
  return { ...toAnswer(context, second.request, last), attempts: 2 };
}

function toExchange(
  { transport, deadline, maxResponseBytes: maxBytes }: Context,
  request: HttpRequest,
  signal: AbortSignal,
): Exchange {
  const { method, url } = request;
  // Queries are full of what is nobody's business.
  const what = (): string => `${method} ${url.origin}${url.pathname}`;
  return { transport, request, maxBytes, deadline, signal, what };
}

/** Written out, because spreading takes longer than all of this together. */
function toAnswer(
  { secrets }: Context,
  { method, url }: HttpRequest,
  answer: WireAnswer,
): OperationAnswer {
  const { statusCode, headers } = answer;
  const { body, error } = readBody(answer);
  const request = { method, url: maskUrl(url, secrets) };
  return error === undefined
    ? { statusCode, headers, body, request, attempts: 1 }
    : { statusCode, headers, body, error, request, attempts: 1 };
}

/** Every failure of a call is an OperationError that names its operation. */
function withOperation(
  error: unknown,
  { operation: { operationId, operationPath } }: OperationRequest,
  signal: AbortSignal,
): OperationError {
  const named = { operationId: operationId ?? operationPath ?? '' };
  if (error instanceof OperationError)
    return error.operationId === undefined
      ? new OperationError(error.code, error.message, { ...named, cause: error.cause })
      : error;
  const options = { ...named, cause: error };
  if (signal.aborted)
    return new OperationError('ABORTED', 'The call was aborted.', options);
  const words = error instanceof Error ? error.name : 'an unknown error';
  return new OperationError(
    'INVALID_REQUEST',
    `The request cannot be built: ${words}.`,
    options,
  );
}
