import type { Msw } from './load-msw.ts';

/** Answers a request that would go to the network; `undefined` when it was not expected. */
export type AnswerRequest = (request: Request) => Promise<Response> | undefined;

/** The network of this process while it is closed: nothing goes out. */
export interface ClosedNetwork {
  readonly open: () => void;
}

/**
 * Closes the network of this process: msw hands in each request, whoever sends it with whatever. One that
 * is not answered fails, so that nothing gets out.
 */
export function closeNetwork(
  { setupServer, http }: Msw,
  answer: AnswerRequest,
): ClosedNetwork {
  const server = setupServer(http.all('*', ({ request }) => answer(request)));
  server.listen({ onUnhandledRequest: 'error' });
  return { open: () => server.close() };
}
