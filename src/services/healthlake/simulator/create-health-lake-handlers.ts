import { http, HttpResponse } from 'msw';
import type { HttpHandler, HttpResponseResolver } from 'msw';
import { ConnectionResetError } from './connection-reset-error.ts';
import type { HealthLakeSimulator } from './create-health-lake-simulator.ts';

/**
 * Handlers for msw that send calls to HealthLake to the simulator: all calls to its real
 * endpoints, and to any other those that name one of its operations.
 *
 * A broken connection becomes a network error, which the SDK does not retry in Node; use the
 * server or the request handler where retries matter.
 *
 * @example
 * const server = setupServer(...createHealthLakeHandlers(createHealthLakeSimulator()));
 */
export function createHealthLakeHandlers(
  simulator: Pick<HealthLakeSimulator, 'handle'>,
): HttpHandler[] {
  const answer: HttpResponseResolver = async ({ request }) => {
    try {
      return await simulator.handle(request);
    } catch (error) {
      if (error instanceof ConnectionResetError) return HttpResponse.error();
      throw error;
    }
  };
  const answerTarget: HttpResponseResolver = (info) => {
    const target = info.request.headers.get('x-amz-target') ?? '';
    return target.startsWith('HealthLake.') ? answer(info) : undefined;
  };
  return [
    http.post('https://healthlake.:region.amazonaws.com/', answer),
    http.post('*/', answerTarget),
  ];
}
