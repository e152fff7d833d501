import { OperationError } from '../../../diagnostics/index.ts';
import { tooLarge } from './body-parts.ts';
import type { NodeModules } from './node-modules.ts';

type Zlib = NodeModules['zlib'];

/** What `fetch` asks for. Brotli is for TLS: what stands between in the clear may not know it. */
export const acceptedEncodings = {
  'http:': 'gzip, deflate',
  'https:': 'br, gzip, deflate',
} as const;

/** Nobody encodes more often; each time more costs a body in memory. */
const mostCodings = 5;

/** Undoes a `Content-Encoding` (RFC 9110, section 8.4). A body in one that is not known stays as it is. */
export async function decodeContent(
  bytes: Uint8Array,
  contentEncoding: string,
  { zlib, maxBytes }: { readonly zlib: Zlib; readonly maxBytes: number },
): Promise<Uint8Array> {
  const codings = contentEncoding.split(',').map((each) => each.trim().toLowerCase());
  if (codings.length > mostCodings)
    throw new OperationError('NO_ANSWER', 'The body of the answer is encoded too often.');
  if (!codings.every(isKnown)) return bytes;
  let decoded = bytes;
  // The last that was applied comes off first.
  for (const coding of codings.toReversed())
    decoded = await decode(zlib, decoded, { coding, maxBytes });
  return decoded;
}

const known = ['gzip', 'x-gzip', 'deflate', 'br'] as const;

type Coding = (typeof known)[number];

function isKnown(coding: string): coding is Coding {
  return (known as readonly string[]).includes(coding);
}

/** Zlib takes no larger limit everywhere. */
const largestLimit = 2 ** 30;

async function decode(
  zlib: Zlib,
  bytes: Uint8Array,
  { coding, maxBytes }: { readonly coding: Coding; readonly maxBytes: number },
): Promise<Uint8Array> {
  if (bytes.length === 0) return bytes;
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  const options = {
    // Like every browser: the end may be missing.
    finishFlush: coding === 'br' ? BROTLI_OPERATION_FLUSH : Z_SYNC_FLUSH,
    maxOutputLength: Math.min(Math.max(maxBytes, 1), largestLimit),
  };
  return new Promise((resolve, reject) => {
    decoderOf(zlib, coding, bytes)(bytes, options, (error, decoded) => {
      if (error === null && decoded.length <= maxBytes) resolve(decoded);
      else if (error === null || isTooLarge(error)) reject(tooLarge(maxBytes));
      else reject(error);
    });
  });
}

function decoderOf(zlib: Zlib, coding: Coding, [first = 0]: Uint8Array): Decoder {
  if (coding === 'br') return zlib.brotliDecompress;
  if (coding !== 'deflate') return zlib.gunzip;
  // It should have a zlib header, and often has none.
  return (first & 0x0f) === 0x08 ? zlib.inflate : zlib.inflateRaw;
}

type Decoder = (
  bytes: Uint8Array,
  options: { readonly finishFlush: number; readonly maxOutputLength: number },
  done: (error: Error | null, decoded: Uint8Array) => void,
) => void;

function isTooLarge(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
