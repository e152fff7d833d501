import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server that speaks bytes. */
export interface RawServer {
  readonly url: string;
  /** What came on each connection. */
  readonly received: readonly string[];
  readonly sockets: readonly Socket[];
}

/** Does something when bytes have come: `count` is how often that was so on this connection. */
export type Script = (socket: Socket, at: { connection: number; count: number }) => void;

/** Starts a server on loopback that says what the script says, byte for byte. */
export async function startRawServer(script: Script): Promise<RawServer> {
  const received: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    const connection = sockets.push(socket);
    let count = 0;
    received.push('');
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      received[connection - 1] += bytes.toString('latin1');
      count += 1;
      script(socket, { connection, count });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received, sockets };
}

/** An answer of JSON on a connection that stays open. */
export function answer(body = '{}', headers: readonly string[] = []): string {
  const type = 'Content-Type: application/json';
  const lines = ['HTTP/1.1 200 OK', type, `Content-Length: ${body.length}`, ...headers];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
