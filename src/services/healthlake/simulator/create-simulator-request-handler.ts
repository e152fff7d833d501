import { HttpResponse } from '@smithy/core/protocols';
import type { HttpHandler, HttpRequest } from '@smithy/core/protocols';
import type { HealthLakeSimulator } from './create-health-lake-simulator.ts';

/**
 * A `requestHandler` for the SDK's client: calls reach the simulator without a network.
 *
 * A broken connection rejects with the code `ECONNRESET`, which the SDK retries; an aborted call
 * rejects with an `AbortError` at once.
 */
export function createSimulatorRequestHandler(
  simulator: Pick<HealthLakeSimulator, 'handle'>,
): HttpHandler {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request, options) {
      const signal = options?.abortSignal;
      const response = await simulator.handle(
        toRequest(request, signal instanceof AbortSignal ? signal : null),
      );
      return { response: await toHttpResponse(response) };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
}

function toRequest(
  { protocol, hostname, port, path, method, headers, body }: HttpRequest,
  signal: AbortSignal | null,
): Request {
  const authority = port === undefined ? hostname : `${hostname}:${port}`;
  return new Request(`${protocol}//${authority}${path}`, {
    method,
    headers,
    body: body as string | Uint8Array<ArrayBuffer>,
    signal,
  });
}

async function toHttpResponse(response: Response): Promise<HttpResponse> {
  return new HttpResponse({
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  });
}
