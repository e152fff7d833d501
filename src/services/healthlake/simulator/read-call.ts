import { isOperation } from './input-shapes.ts';
import type { Operation } from './operation.ts';
import { ServiceError } from './service-error.ts';

/** What a request asks for, before any of it is checked. */
export interface Call {
  readonly method: string;
  /** The name after `HealthLake.`; empty when there is none. */
  readonly target: string;
  /** The parsed body; `undefined` when it is not JSON. */
  readonly body: unknown;
}

/** What a request asks for. Its signature, content type and path are not looked at. */
export async function readCall(request: Request): Promise<Call> {
  const [service, target = ''] = (request.headers.get('x-amz-target') ?? '').split(
    '.',
    2,
  );
  return {
    method: request.method,
    target: service === 'HealthLake' ? target : '',
    body: parseJson(await request.text()),
  };
}

/**
 * The operation that a call is about.
 *
 * @throws `UnknownOperationException` or `SerializationException`
 */
export function toOperation({ method, target, body }: Call): Operation {
  if (method !== 'POST' || !isOperation(target)) {
    throw new ServiceError(
      'UnknownOperationException',
      'Every operation is a POST whose x-amz-target header is "HealthLake." and its name.',
    );
  }
  if (body === undefined) {
    throw new ServiceError(
      'SerializationException',
      'The request body is not valid JSON.',
    );
  }
  return target;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
