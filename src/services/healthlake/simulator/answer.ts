import type { ServiceError } from './service-error.ts';

/** What goes back, before it becomes a `Response`. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const contentType = 'application/x-amz-json-1.0';

/** The answer to a call that went well; an operation without output answers an empty body. */
export function toAnswer(output: object | undefined): Answer {
  return { status: 200, contentType, body: output ? JSON.stringify(output) : '' };
}

/**
 * The answer to a call that went wrong. On the wire a fault of the client is always 400; the
 * service's model tells the exceptions apart by status.
 */
export function toErrorAnswer(error: ServiceError, statusFrom: 'wire' | 'model'): Answer {
  const { type, message, modelStatus } = error;
  const status = statusFrom === 'model' || modelStatus >= 500 ? modelStatus : 400;
  return {
    status,
    contentType,
    body: JSON.stringify({ __type: type, Message: message }),
  };
}

/**
 * The answer as a `Response`. It has no `Date`: virtual time there would make the SDK shift the
 * clock that it signs with.
 */
export function toResponse(answer: Answer, requestId: string): Response {
  return new Response(answer.body, {
    status: answer.status,
    headers: { 'content-type': answer.contentType, 'x-amzn-requestid': requestId },
  });
}
