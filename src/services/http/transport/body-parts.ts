import { OperationError } from '../../../diagnostics/index.ts';

/** The parts of a body as they come. */
export interface BodyParts {
  /** Tells whether the part was taken; not when there are more bytes than allowed. */
  readonly add: (part: Uint8Array) => boolean;
  readonly join: () => Uint8Array;
}

/** Collects a body of limited size. */
export function createBodyParts(maxBytes: number): BodyParts {
  const parts: Uint8Array[] = [];
  let size = 0;
  return {
    add(part) {
      size += part.length;
      return size <= maxBytes && parts.push(part) > 0;
    },
    join: () => join(parts, size),
  };
}

/** The error for a body that is larger than allowed. */
export function tooLarge(maxBytes: number): OperationError {
  return new OperationError(
    'NO_ANSWER',
    `The body of the answer is larger than ${maxBytes} bytes.`,
  );
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
