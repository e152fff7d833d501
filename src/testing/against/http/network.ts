import type { Msw } from './load-msw.ts';

/** Answers a request that would go to the network; `undefined` when it was not expected. */
export type AnswerRequest = (request: Request) => Promise<Response> | undefined;

/** The network of this process while it is closed: nothing goes out. */
export interface ClosedNetwork {
  /** Opens it when what was sent before has been seen. */
  readonly open: () => Promise<void>;
}

/**
 * Closes the network of this process: msw hands in each request, whoever sends it with whatever. One that
 * is not answered fails, so that nothing gets out.
 */
export function closeNetwork(
  { setupServer, http }: Msw,
  answer: AnswerRequest,
): ClosedNetwork {
  // Without a response msw would let the request through.
  const server = setupServer(
    http.all('*', ({ request }) => answer(request) ?? Response.error()),
  );
  server.listen({ onUnhandledRequest: 'error' });
  return {
    open: async () => {
      await allHandedIn();
      server.close();
    },
  };
}

/** A request that was sent just now is handed in a little later; it would get out otherwise. */
async function allHandedIn(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1)
    await new Promise((resolve) => setImmediate(resolve));
}
