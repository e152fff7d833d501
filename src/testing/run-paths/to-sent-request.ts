import type { CallEnd } from '../../analysis/paths/path.ts';
import type { Json } from '../../arazzo-import/document.ts';
import { nameOfCall } from '../../machines/created-resource.ts';
import type { ReceiveRequest } from '../../services/message-service.ts';
import type { SentRequest } from './path-result.ts';
import type { ScriptedRequest } from './script.ts';

/** A request as reports show it. Tokens are left out: they are the machine's business. */
export function toSentRequest(
  scripted: Exclude<ScriptedRequest, { readonly kind: 'workflow' }>,
  { stepId = '' }: CallEnd,
): SentRequest {
  if (scripted.kind === 'operation') {
    const { operation, parameters, requestBody } = scripted.request;
    return {
      stepId,
      call: nameOfCall({ operation }),
      ...scripted.sent?.shown,
      parameters: parameters as SentRequest['parameters'],
      ...(requestBody === undefined ? {} : { body: requestBody.payload as Json }),
    };
  }
  const { request } = scripted;
  const { channel, parameters } = request;
  return {
    stepId,
    call: nameOfCall({ channel }),
    parameters: [
      ...toParameters('channel', parameters),
      ...('message' in request
        ? toParameters('header', request.message.headers)
        : toParameters('correlation', idOf(request))),
    ],
    ...('message' in request ? { body: request.message.payload as Json } : {}),
  };
}

/** What a message has to bear to be the one that is waited for. */
function idOf({ correlation }: ReceiveRequest): Readonly<Record<string, unknown>> {
  return correlation === undefined ? {} : { id: correlation.id };
}

/** Values by name as parameters of a place. */
function toParameters(
  place: string,
  values: Readonly<Record<string, unknown>>,
): SentRequest['parameters'] {
  return Object.entries(values).map(([name, value]) => ({
    name,
    in: place,
    value: value as Json,
  }));
}
