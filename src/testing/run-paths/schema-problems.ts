import { hasBroken } from '../../analysis/paths/taint.ts';
import type { Json } from '../../arazzo-import/document.ts';
import { findMediaType } from '../../openapi/index.ts';
import type { JsonSchema, OpenApiOperation } from '../../openapi/index.ts';
import { describedOperation } from '../../analysis/paths/described-operation.ts';
import { mergeInput } from '../../services/aws/merge-input.ts';
import type { OperationRequest } from '../../services/service.ts';
import type { Sender } from './check-request.ts';
import { parameterProblems } from './parameter-problems.ts';
import { tellMisfits } from './tell-misfits.ts';
import { withoutFiles } from './without-files.ts';

/** What a request has that the schemas of its operation refuse; nothing where none are known. */
export function schemaProblems(
  request: OperationRequest,
  sender: Sender,
): readonly string[] {
  const { environment, descriptionOf } = sender.source;
  // What follows an answer that is not what was promised need not be what is wanted.
  if (sender.path.events.some(hasBroken)) return [];
  const { operation } = request;
  const input = environment.serviceOf(operation.source)?.schemas?.(operation)?.input;
  if (input !== undefined) return inputProblems(request, input, sender);
  const description = descriptionOf(operation.source);
  if (description === undefined || description.serviceName !== undefined) return [];
  const described = describedOperation(sender.source, operation);
  if (described === undefined) return [];
  return [
    ...parameterProblems(request, described, { sender, description }),
    ...bodyProblems(request, described, sender),
  ];
}

/** Parameters and body of an AWS operation are one input. */
function inputProblems(
  request: OperationRequest,
  schema: JsonSchema,
  sender: Sender,
): readonly string[] {
  const input = mergeInput(request, undefined);
  if (input === undefined) return ['The body is no object.'];
  const value = Object.fromEntries(input) as Json;
  // The client makes of "5" a number where one is wanted.
  return tellMisfits('the input', value, schema, sender).filter(
    (text) => !/ is not /u.test(text),
  );
}

function bodyProblems(
  { requestBody }: OperationRequest,
  { requestBody: described, method, path }: OpenApiOperation,
  sender: Sender,
): readonly string[] {
  if (requestBody === undefined)
    return described?.required === true
      ? [`No body was sent, and ${method.toUpperCase()} ${path} wants one.`]
      : [];
  const { contentType = 'application/json', payload } = requestBody;
  const media = described && findMediaType(described.mediaTypes, contentType);
  const schema = media?.schema?.();
  if (schema === undefined || typeof payload !== 'object' || payload === null) return [];
  return tellMisfits(
    'the body',
    withoutFiles(payload as Json, contentType),
    schema,
    sender,
  );
}
