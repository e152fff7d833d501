import { readDescription } from '../../../../src/openapi/index.ts';
import type { JsonObject } from '../../../../src/openapi/json.ts';
import { createHttpService } from '../../../../src/services/index.ts';
import type {
  HttpServiceOptions,
  OperationAnswer,
  OperationRequest,
} from '../../../../src/services/index.ts';
import { startRecordingServer } from './recording-server.ts';
import type { RecordedRequest, Reply } from './recording-server.ts';

/** One call of the operation `op`, and what it meets. */
export interface ApiCall extends Partial<Omit<OperationRequest, 'operation'>> {
  /** `POST /pets`. @default 'GET /' */
  readonly route?: string;
  /** The Operation Object. @default nothing is described */
  readonly operation?: JsonObject;
  /** Further members of the description. */
  readonly api?: JsonObject;
  readonly options?: HttpServiceOptions;
  readonly reply?: Reply;
  readonly signal?: AbortSignal;
}

/** What came of a call. */
export interface Called {
  readonly answer: OperationAnswer;
  readonly sent: RecordedRequest;
  readonly all: readonly RecordedRequest[];
}

/** Calls an operation of a server on loopback. */
export async function callApi(call: ApiCall): Promise<Called> {
  const server = await startRecordingServer(call.reply);
  const answer = await callAt(server.url, call);
  return {
    answer,
    sent: server.requests.at(-1) as RecordedRequest,
    all: server.requests,
  };
}

/** Calls an operation of a server that is there, or not. */
export async function callAt(
  url: string,
  { route = 'GET /', operation, api, options, signal, ...request }: ApiCall,
): Promise<OperationAnswer> {
  const service = createHttpService({
    ...(operation === undefined
      ? { operations: { op: route }, server: url }
      : { description: describe(route, operation, { servers: [{ url }], ...api }) }),
    ...options,
  });
  const full = {
    operation: { source: 'api', operationId: 'op' },
    parameters: [],
    idempotencyToken: 'token-1',
    ...request,
  };
  return service.call(full, { signal: signal ?? new AbortController().signal });
}

function describe(
  route: string,
  operation: JsonObject,
  members: JsonObject,
): NonNullable<HttpServiceOptions['description']> {
  const [method = '', path = ''] = route.split(' ');
  const paths = {
    [path]: { [method.toLowerCase()]: { operationId: 'op', ...operation } },
  };
  const description = readDescription({ openapi: '3.1.0', paths, ...members });
  if (description === undefined) throw new Error('That is no description.');
  return description;
}

/** The code of the error that a call rejects with; fails when it does not. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'it was answered',
    (error: unknown) => String((error as { code?: unknown }).code),
  );
}
