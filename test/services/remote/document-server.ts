import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers: a text, a redirect to another URL, or whatever a function does. */
export type Page =
  | string
  | { readonly text: string; readonly type: string; readonly status?: number }
  | { readonly redirect: string }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A server on loopback that hands out documents. */
export interface DocumentServer {
  readonly url: string;
  readonly host: string;
  /** The paths that were asked for. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts a server; pages may be added later. */
export async function serveDocuments(
  pages: Readonly<Record<string, Page>>,
): Promise<DocumentServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    answer(pages[path], request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function answer(
  page: Page | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (page === undefined) return void response.writeHead(404).end();
  if (typeof page === 'function') return page(request, response);
  if (typeof page === 'string') return void response.end(page);
  if ('redirect' in page)
    return void response.writeHead(302, { location: page.redirect }).end();
  const { text, type, status = 200 } = page;
  response.writeHead(status, { 'content-type': type }).end(text);
}
