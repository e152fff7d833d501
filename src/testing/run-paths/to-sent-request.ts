import type { CallEnd } from '../../analysis/paths/path.ts';
import type { Json } from '../../arazzo-import/document.ts';
import { nameOfCall } from '../../machines/created-resource.ts';
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
    parameters: Object.entries(parameters).map(([name, value]) => ({
      name,
      in: 'channel',
      value: value as Json,
    })),
    ...('message' in request ? { body: request.message.payload as Json } : {}),
  };
}
