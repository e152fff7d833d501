import type { HealthLakeClientConfig } from '@aws-sdk/client-healthlake';
import { HttpResponse } from '@smithy/core/protocols';
import type { HttpRequest } from '@smithy/core/protocols';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';

import { createHealthLakeService } from '../../../src/services/healthlake/create-health-lake-service.ts';
import type { OperationRequest, Service } from '../../../src/services/service.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

/** Settings under which the real client neither looks around nor waits between retries. */
export const quietConfig: HealthLakeClientConfig = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI' },
  retryStrategy: new ConfiguredRetryStrategy(3, () => 0),
};

/** One response of the script; a text is sent as it is, another body as JSON. */
export interface ScriptedResponse {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface SentRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The HealthLake service on the real client, whose responses come from a list. */
export function createScriptedHealthLake(...responses: ScriptedResponse[]): {
  service: Service;
  sent: SentRequest[];
  warnings: string[];
} {
  const sent: SentRequest[] = [];
  const warnings: string[] = [];
  const handle = async ({ headers, body }: HttpRequest) => {
    sent.push({
      headers,
      body: JSON.parse(new TextDecoder().decode(body as Uint8Array)),
    });
    const scripted = responses.shift();
    if (scripted === undefined) throw new Error('The script is at its end.');
    return { response: toResponse(scripted) };
  };
  const service = createHealthLakeService({
    ...quietConfig,
    requestHandler: { handle },
    onWarning: (message) => warnings.push(message),
  });
  return { service, sent, warnings };
}

/** A request with a JSON body. */
export function toRequest(
  operationId: string,
  payload: unknown,
  more: Partial<OperationRequest> = {},
): OperationRequest {
  return {
    operation: { source: 'healthlakeApi', operationId },
    parameters: [],
    requestBody: { contentType: 'application/json', payload },
    idempotencyToken: 'token-of-the-run',
    ...more,
  };
}

/** Options of a call that nobody withdraws. */
export function unaborted(): { signal: AbortSignal } {
  return { signal: new AbortController().signal };
}

function toResponse({ status, body, headers = {} }: ScriptedResponse): HttpResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new HttpResponse({
    statusCode: status,
    headers: { 'content-type': 'application/x-amz-json-1.0', ...headers },
    body: new TextEncoder().encode(text),
  });
}
