import { expect, test } from 'vitest';

import { createHttpService } from '../../src/services/index.ts';

test('a port that fetch does not use is told, and nothing was sent', async () => {
  const service = createHttpService({
    server: 'http://127.0.0.1:1',
    operations: { getPet: 'GET /pets' },
  });
  const operation = { source: 'petstore', operationId: 'getPet' };
  const request = { operation, parameters: [], idempotencyToken: 'a' };
  const { signal } = new AbortController();
  await expect(service.call(request, { signal })).rejects.toMatchObject({
    code: 'UNREACHABLE',
    message: expect.stringContaining('fetch does not use this port'),
  });
});
