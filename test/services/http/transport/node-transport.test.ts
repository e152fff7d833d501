import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import { findNodeModules } from '../../../../src/services/http/transport/node-modules.ts';
import { createNodeTransport } from '../../../../src/services/http/transport/node-transport.ts';
import { callAt } from '../support/call-api.ts';
import { startRecordingServer } from '../support/recording-server.ts';

const ipv6 = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find(({ family, scopeid }) => family === 'IPv6' && scopeid === 0)?.address;

it.runIf(ipv6 !== undefined)('a server may have an address of IPv6', async () => {
  const server = createServer((request, response) => response.end(request.headers.host));
  await new Promise<void>((resolve) => server.listen(0, ipv6, resolve));
  onTestFinished(() => void server.close());
  const host = `[${ipv6}]:${(server.address() as AddressInfo).port}`;
  expect(await callAt(`http://${host}`, {})).toMatchObject({ body: host });
});

it('a header that would be two is not sent, whoever has put it there', async () => {
  const server = await startRecordingServer();
  const modules = findNodeModules();
  if (modules === undefined) throw new Error('This is Node.');
  const url = new URL(server.url);
  const request = { method: 'GET', url, headers: { a: 'b\r\nc: d' }, body: undefined };
  const { answer } = createNodeTransport(modules)(request, 1_000);
  await expect(answer).rejects.toMatchObject({ code: 'ERR_INVALID_CHAR' });
  expect(server.requests).toEqual([]);
});
