import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

/** A server in a thread of its own. */
export interface ClosingServer {
  readonly url: string;
  /** How many requests it has read. */
  readonly requests: () => number;
  /** Closes its connections; this thread sleeps meanwhile, and hears nothing of it. */
  readonly closeAll: () => void;
}

const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { createServer } = require('node:net');
const [requests, closed] = [0, 1];
const counts = new Int32Array(workerData);
const sockets = new Set();
let connections = 0;
const server = createServer((socket) => {
  connections += 1;
  const body = JSON.stringify({ connection: connections });
  sockets.add(socket);
  socket.on('error', () => {});
  socket.on('close', () => {
    sockets.delete(socket);
    Atomics.store(counts, closed, 1);
    Atomics.notify(counts, closed);
  });
  socket.on('data', () => {
    Atomics.add(counts, requests, 1);
    socket.write('HTTP/1.1 200 OK\\r\\nContent-Length: ' + body.length + '\\r\\n\\r\\n' + body);
  });
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
parentPort.on('message', () => sockets.forEach((socket) => socket.destroy()));
`;

/** Starts a server on loopback that closes its connections while nobody listens. */
export async function startClosingServer(): Promise<ClosingServer> {
  const counts = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(program, { eval: true, workerData: counts.buffer });
  onTestFinished(async () => {
    await worker.terminate();
  });
  const [port] = (await once(worker, 'message')) as [number];
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => Atomics.load(counts, 0),
    closeAll: () => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
      worker.postMessage('close');
      Atomics.wait(counts, 1, 0);
    },
  };
}
