import type { OperationParameter, OperationRequest } from '../service.ts';
import type { StructShape } from './coercion.ts';

/**
 * The parameters and the body of a request as one list of members, the body's value where both
 * have one; `undefined` when the body is not an object.
 */
export function mergeInput(
  request: OperationRequest,
  shape: StructShape | undefined,
): ReadonlyMap<string, unknown> | undefined {
  const body = toBody(request.requestBody?.payload);
  if (body === undefined) return undefined;
  const input = new Map<string, unknown>();
  // The token first: one in the document replaces it.
  if (shape?.token !== undefined) input.set(shape.token, request.idempotencyToken);
  for (const parameter of request.parameters) {
    const key = keyOf(parameter, shape);
    if (key !== undefined) setGiven(input, key, parameter.value, shape);
  }
  for (const [key, value] of Object.entries(body)) setGiven(input, key, value, shape);
  return input;
}

function toBody(payload: unknown): object | undefined {
  const body = typeof payload === 'string' ? parseJson(payload) : (payload ?? {});
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? body
    : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Headers that belong to the protocol: the client sets them itself. */
const protocolHeader =
  /^(?:x-amzn?|amz-sdk)-|^(?:accept|authorization|content-.*|host|user-agent)$/i;

/** The member that a parameter gives; `undefined` for a header of the protocol. */
function keyOf(
  { name, in: place }: OperationParameter,
  shape: StructShape | undefined,
): string | undefined {
  if (place !== 'header' || shape?.members.has(name) === true) return name;
  const lower = name.toLowerCase();
  if (shape?.members.has(lower) === true) return lower;
  return protocolHeader.test(name) ? undefined : name;
}

/** A value that says nothing does not replace one that does. */
function setGiven(
  input: Map<string, unknown>,
  key: string,
  value: unknown,
  shape: StructShape | undefined,
): void {
  if (value === undefined || value === null) return;
  // No service takes an empty token, and some documents have one for "none".
  if (value === '' && shape !== undefined && isToken(key, shape)) return;
  input.set(key, value);
}

function isToken(key: string, { members, token }: StructShape): boolean {
  return token !== undefined && members.get(key)?.name === token;
}
