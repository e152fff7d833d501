import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The HTTP service as it stands in a page: one script, made for browsers. */
async function bundle(): Promise<string> {
  const entry = `${root}/src/services/http/create-http-service.ts`;
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'library' } },
  });
  const [{ output }] = built as unknown as [
    { readonly output: readonly { readonly code?: string }[] },
  ];
  return output.map(({ code = '' }) => code).join('\n');
}

it('in a page without Node the platform sends the requests', async () => {
  const sent: unknown[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push([url, init.method]);
    return Response.json({ a: 1 });
  };
  const page = createContext({
    URL,
    AbortController,
    TextDecoder,
    setTimeout,
    clearTimeout,
    fetch,
  });
  const call = `(() => {
    ${await bundle()}
    const service = library.createHttpService({
      server: 'https://api.test',
      operations: { op: 'GET /pets' },
    });
    const operation = { source: 'api', operationId: 'op' };
    const request = { operation, parameters: [], idempotencyToken: 't' };
    return service.call(request, { signal: new AbortController().signal });
  })()`;
  expect(await runInContext(call, page)).toMatchObject({
    statusCode: 200,
    body: { a: 1 },
  });
  expect(sent).toEqual([['https://api.test/pets', 'GET']]);
});
