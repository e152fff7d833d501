import type { CallEnd, PathEvent } from '../../../analysis/paths/path.ts';
import type { Reply } from '../../../analysis/cases/case.ts';
import type { SentRequest } from '../../run-paths/path-result.ts';
import type { ShownEvent } from '../path-events.ts';
import { jsonBlock } from './json-block.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

/** An event of a path: what was sent, what came back, why it matters, and where it leads. */
export function eventItem(
  { label, event }: ShownEvent,
  request: SentRequest | undefined,
  isWrong: boolean,
): Markup {
  return markup`<li${isWrong ? wrong : nothing}><strong>${label}</strong> <span class="faint">${consequence(event)}</span>${
    event.type === 'call' ? exchange(event, request) : nothing
  }</li>`;
}

const wrong: Markup = { html: ' class="wrong"' };

function consequence(event: PathEvent): string {
  const next = `leads to ${event.leadsTo}`;
  if (event.type === 'wait') return next;
  const action = event.transition?.action;
  return `${event.reason}; ${next}${action === undefined ? '' : ` by ${action}`}`;
}

function exchange({ reply }: CallEnd, request: SentRequest | undefined): Markup {
  const sent = request === undefined ? [] : [requestBlock(request)];
  return markup`<div class="sides">${[...sent, replyBlock(reply)]}</div>`;
}

/** A request: its line, its parameters and its body. */
export function requestBlock(request: SentRequest): Markup {
  const { call, method = '', url, headers, parameters, body } = request;
  const entries = parameters.map(
    ({ name, in: place, value }) => [`${place} ${name}`, value] as const,
  );
  const sent = {
    ...(headers === undefined ? {} : { headers }),
    ...(entries.length === 0 ? {} : { parameters: Object.fromEntries(entries) }),
    ...(body === undefined ? {} : { body }),
  };
  const line = url === undefined ? call : `${method} ${url}`;
  return jsonBlock(`sent: ${line}`, sent);
}

function replyBlock(reply: Reply): Markup {
  if ('error' in reply) {
    const { code, message } = reply.error;
    return jsonBlock('no answer', `${code}: ${message}`);
  }
  if ('message' in reply) return jsonBlock('message', reply.message);
  if ('output' in reply) return jsonBlock('ended', reply.output);
  const { statusCode, headers, body, error } = reply.answer;
  const hasHeaders = Object.keys(headers).length > 0;
  return jsonBlock(`answered: ${statusCode}`, {
    ...(hasHeaders ? { headers } : {}),
    ...(error === undefined ? {} : { error }),
    ...(body === undefined ? {} : { body }),
  });
}
