import type { Reply } from '../../../analysis/cases/case.ts';
import { isJsonType } from '../../../openapi/index.ts';
import type { OperationAnswer } from '../../../services/service.ts';

/** The reply of a path as it comes over the network; one without an answer breaks the connection. */
export function toResponse(reply: Reply): Response {
  if (!('answer' in reply)) return Response.error();
  const { answer } = reply;
  return new Response(toText(answer) ?? null, {
    status: answer.statusCode,
    headers: toHeaders(answer),
  });
}

/** Why no server can give an answer; `undefined` when one can. */
export function unsendable(answer: OperationAnswer): string | undefined {
  const { statusCode, body } = answer;
  if (statusCode < 200 || statusCode > 599)
    return `A response cannot have the status ${statusCode}.`;
  if (bodiless.has(statusCode) && body !== undefined && body !== '')
    return `A response with the status ${statusCode} has no body, and on this path it has one.`;
  try {
    toHeaders(answer);
    return undefined;
  } catch {
    return 'A header of an answer on this path cannot be sent.';
  }
}

const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

function toText({ body, headers, error }: OperationAnswer): string | undefined {
  if (body === undefined) return undefined;
  const type = new Headers(headers).get('content-type') ?? 'application/json';
  if (typeof body !== 'string') return JSON.stringify(body);
  return isJsonType(type) && error?.type !== 'INVALID_JSON' ? JSON.stringify(body) : body;
}

/** These are about bytes that are not the same ones here. */
const ofTransfer = /^(?:content-length|content-encoding|transfer-encoding)$/iu;

function toHeaders({ headers, body }: OperationAnswer): Headers {
  const sent = new Headers(
    Object.entries(headers).filter(([name]) => !ofTransfer.test(name)),
  );
  if (body !== undefined && !sent.has('content-type'))
    sent.set('content-type', 'application/json');
  return sent;
}
