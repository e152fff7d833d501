import { expect, test } from 'vitest';
import { readDescription } from '../../src/openapi/index.ts';
import { createHttpServices } from '../../src/services/index.ts';

const description = readDescription({
  openapi: '3.1.0',
  servers: [{ url: 'https://shop.test' }],
  components: {
    securitySchemes: { 'shop-key': { type: 'apiKey', in: 'header', name: 'X-Key' } },
  },
  security: [{ 'shop-key': [] }],
  paths: { '/': { get: { operationId: 'list' } } },
});

test('a warning about missing credentials says how to give them for the source', async () => {
  const warnings: string[] = [];
  const sources = {
    shop: { kind: 'openapi', ...(description && { description }) },
  };
  const { shop } = createHttpServices(
    { sources },
    { fetch: async () => new Response('{}'), onWarning: (text) => warnings.push(text) },
  );
  await shop?.call(
    {
      operation: { source: 'shop', operationId: 'list' },
      parameters: [],
      idempotencyToken: 't',
    },
    { signal: new AbortController().signal },
  );
  expect(warnings).toEqual([
    expect.stringContaining('credentials: { shop: { "shop-key": … } }'),
  ]);
});
