import type { OperationRequest } from '../service.ts';
import { encodeBody } from './body/encode-body.ts';
import type { HttpOperation } from './http-operation.ts';
import type { PreparedOperation } from './prepare-operation.ts';
import { refuse } from './refuse.ts';
import { buildHeaders, setHeader } from './request/build-headers.ts';
import type { RequestHeaders } from './request/build-headers.ts';
import { buildUrl } from './request/build-url.ts';
import { withDefaults } from './request/header-defaults.ts';
import { toWrittenParameters } from './request/request-parameters.ts';

/** A request that lacks nothing but credentials. */
export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: RequestHeaders;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
}

/** Builds the HTTP request for a request of a document. Refuses what cannot be built. */
export function buildRequest(
  operation: PreparedOperation,
  request: OperationRequest,
): HttpRequest {
  const { method, template, server } = operation;
  const values = withDefaults(operation.headerDefaults, request);
  const parameters = toWrittenParameters(values, operation.parameters);
  const url = buildUrl({ server, template, parameters });
  const headers = buildHeaders(parameters);
  const body = putBody(operation, request, headers);
  if (headers['accept'] === undefined) headers['accept'] = operation.accept;
  return { method, url, headers, body };
}

/** `fetch` cannot send a body with these, and servers do not expect one. */
const bodiless: ReadonlySet<string> = new Set(['GET', 'HEAD']);
/** `fetch` refuses these altogether. */
const forbidden: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK']);

function putBody(
  { name, method, mediaTypes }: HttpOperation,
  { requestBody }: OperationRequest,
  headers: RequestHeaders,
): HttpRequest['body'] {
  if (forbidden.has(method))
    refuse(`${name} cannot be sent: ${method} requests are not possible.`);
  if (requestBody === undefined || requestBody.payload === undefined) return undefined;
  if (bodiless.has(method))
    refuse(`${name} is a ${method} request, which cannot have a body.`);
  const contentType = requestBody.contentType ?? headers['content-type'];
  const encoded = encodeBody(
    {
      payload: requestBody.payload,
      ...(contentType === undefined ? {} : { contentType }),
    },
    mediaTypes,
  );
  setHeader(headers, 'content-type', encoded.contentType);
  return encoded.content;
}
