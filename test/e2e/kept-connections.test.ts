import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const program = `
import { createHttpService } from 'arazzo-xstate/services';
const service = createHttpService({ server: process.argv[1], operations: { op: 'POST /' } });
const operation = { source: 'api', operationId: 'op' };
const request = { operation, parameters: [], idempotencyToken: 't' };
for (let count = 0; count < 2; count += 1)
  await service.call(request, { signal: new AbortController().signal });
process.stdout.write('done');
`;

test('a connection that is kept does not keep the process', async () => {
  const connections = new Set<unknown>();
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    connections.add(request.socket);
    // Kept for minutes, so that the process cannot wait for it.
    response.setHeader('keep-alive', 'timeout=600').end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', program, url],
    { cwd: root, timeout: 20_000 },
  );
  expect(stdout).toBe('done');
  expect(connections.size).toBe(1);
});
