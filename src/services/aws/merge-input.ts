import type { OperationParameter, OperationRequest } from '../service.ts';
import type { StructShape } from './coercion.ts';

/** The parameters and the body of a request as one object; `undefined` when the body is none. */
export function mergeInput(
  request: OperationRequest,
  shape: StructShape | undefined,
): Record<string, unknown> | undefined {
  const body = toBody(request.requestBody?.payload);
  if (body === undefined) return undefined;
  const entries = [
    [shape?.token ?? '', request.idempotencyToken] as const,
    ...toEntries(request.parameters, shape),
    ...Object.entries(body),
  ];
  // A later value replaces an earlier one, but one that says nothing does not.
  return Object.fromEntries(entries.filter(([key, value]) => isGiven(key, value, shape)));
}

function toBody(payload: unknown): object | undefined {
  const value = typeof payload === 'string' ? parseJson(payload) : (payload ?? {});
  return typeof value === 'object' && !Array.isArray(value)
    ? (value ?? undefined)
    : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toEntries(
  parameters: readonly OperationParameter[],
  shape: StructShape | undefined,
): (readonly [string, unknown])[] {
  return parameters
    .map((parameter) => [parameter, keyOf(parameter, shape)] as const)
    .filter(([{ in: place }, key]) => place !== 'header' || isInput(key, shape))
    .map(([{ value }, key]) => [key, value] as const);
}

/** Header names have no case. */
function keyOf({ name, in: place }: OperationParameter, shape?: StructShape): string {
  const lower = name.toLowerCase();
  return place === 'header' && shape?.members.has(lower) ? lower : name;
}

/** Headers that belong to the protocol: the client sets them itself. */
const protocolHeader =
  /^(?:x-amz|x-amzn|amz-sdk)-|^(?:accept|authorization|content-.*|host|user-agent)$/i;

function isInput(header: string, shape: StructShape | undefined): boolean {
  return shape?.members.has(header) === true || !protocolHeader.test(header);
}

function isGiven(key: string, value: unknown, shape: StructShape | undefined): boolean {
  if (key === '' || value === undefined || value === null) return false;
  // No service takes an empty token, and some documents have one for "none".
  return value !== '' || shape?.token === undefined || !isToken(key, shape);
}

function isToken(key: string, { members, token }: StructShape): boolean {
  return members.get(key)?.name === token;
}
