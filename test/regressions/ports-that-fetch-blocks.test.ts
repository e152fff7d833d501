import { expect, test } from 'vitest';

import { createHttpService } from '../../src/services/index.ts';
import type { HttpServiceOptions, OperationAnswer } from '../../src/services/index.ts';

async function callPortOne(options: HttpServiceOptions): Promise<OperationAnswer> {
  const service = createHttpService({
    server: 'http://127.0.0.1:1',
    operations: { getPet: 'GET /pets' },
    ...options,
  });
  const operation = { source: 'petstore', operationId: 'getPet' };
  const request = { operation, parameters: [], idempotencyToken: 'a' };
  return service.call(request, { signal: new AbortController().signal });
}

test('a port that fetch does not use is told, and nothing was sent', async () => {
  await expect(callPortOne({ fetch: globalThis.fetch })).rejects.toMatchObject({
    code: 'UNREACHABLE',
    message: expect.stringContaining('fetch does not use this port'),
  });
});

test('a port that fetch does not use is one like any other without fetch', async () => {
  await expect(callPortOne({})).rejects.toMatchObject({
    code: 'UNREACHABLE',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});
