import type { Reply } from '../../analysis/cases/case.ts';
import { describedOperation } from '../../analysis/paths/described-operation.ts';
import type { MachineSource } from '../../machines/machine-source.ts';
import { findMediaType, findResponse } from '../../openapi/index.ts';
import type { OpenApiOperation } from '../../openapi/index.ts';
import { isSame } from '../../services/http/request/request-parameters.ts';
import type {
  OperationAnswer,
  OperationParameter,
  OperationRequest,
} from '../../services/service.ts';
import { jsonOrText } from './json-or-text.ts';
import { secretValues } from './secret-values.ts';
import type { SecretValue } from './secret-values.ts';

/** What is sent and answered in a call that the description of its API calls secrets. */
export function secretsOfCall(
  source: Pick<MachineSource, 'descriptionOf'>,
  request: OperationRequest,
  reply: Reply,
): readonly SecretValue[] {
  const described = describedOperation(source, request.operation);
  if (described === undefined) return [];
  return [
    ...request.parameters.flatMap((each) => secretsOfParameter(each, described)),
    ...secretsOfBody(request, described),
    ...('answer' in reply ? secretsOfAnswer(reply.answer, described) : []),
  ];
}

function secretsOfParameter(
  parameter: OperationParameter,
  { parameters }: OpenApiOperation,
): readonly SecretValue[] {
  const found = parameters.find((each) => isSame(each, parameter));
  return secretValues(parameter.value, found?.schema());
}

function secretsOfBody(
  { requestBody }: OperationRequest,
  { requestBody: described }: OpenApiOperation,
): readonly SecretValue[] {
  if (requestBody === undefined || described === undefined) return [];
  const { contentType = 'application/json', payload } = requestBody;
  const media = findMediaType(described.mediaTypes, contentType);
  const body = typeof payload === 'string' ? jsonOrText(payload) : payload;
  return secretValues(body, media?.schema());
}

function secretsOfAnswer(
  { statusCode, headers, body }: OperationAnswer,
  { responses }: OpenApiOperation,
): readonly SecretValue[] {
  const response = findResponse(responses, statusCode);
  if (response === undefined) return [];
  return [
    ...Object.entries(headers).flatMap(([name, value]) =>
      secretValues(value, response.headers[name.toLowerCase()]?.schema()),
    ),
    ...response.mediaTypes.flatMap(({ schema }) => secretValues(body, schema())),
  ];
}
