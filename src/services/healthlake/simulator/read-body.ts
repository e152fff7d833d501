import type { IncomingMessage } from 'node:http';

/** The largest body that is read, in bytes; the largest valid request has about 60,000. */
const limit = 1_048_576;

/** The body of a request, or `undefined` when it is larger than the simulator reads. */
export async function readBody(
  incoming: IncomingMessage,
): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The stream must live on when this stops early, or the refusal could not be sent.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > limit) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
