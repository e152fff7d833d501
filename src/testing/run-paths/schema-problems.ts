import { misfits } from '../../analysis/cases/sample/fits.ts';
import { hasBroken } from '../../analysis/paths/taint.ts';
import type { Contradiction } from '../../arazzo-import/check/schema/contradiction.ts';
import { rootNode } from '../../arazzo-import/check/schema/schema-node.ts';
import type { Json } from '../../arazzo-import/document.ts';
import { resolvePointer } from '../../expressions/index.ts';
import { findMediaType } from '../../openapi/index.ts';
import type {
  JsonSchema,
  OpenApiDescription,
  OpenApiOperation,
} from '../../openapi/index.ts';
import { describedOperation } from '../../analysis/paths/described-operation.ts';
import { mergeInput } from '../../services/aws/merge-input.ts';
import type { OperationRequest } from '../../services/service.ts';
import type { Sender } from './check-request.ts';
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
    ...missingParameters(request, described, credentialNames(description)),
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
  return tell('the input', value, schema, sender).filter(
    (text) => !/ is not /u.test(text),
  );
}

function missingParameters(
  { parameters }: OperationRequest,
  { parameters: described, method, path }: OpenApiOperation,
  credentials: ReadonlySet<string>,
): readonly string[] {
  const has = (name: string, place: string): boolean =>
    parameters.some(
      (each) =>
        each.in === place &&
        (place === 'header'
          ? each.name.toLowerCase() === name.toLowerCase()
          : each.name === name),
    );
  return described
    .filter(({ required, in: place, name }) => required && !has(name, place))
    .filter(({ in: place, name }) => place !== 'header' || !ownHeaders.test(name))
    .filter(({ name }) => !credentials.has(name.toLowerCase()))
    .map(
      ({ name, in: place }) =>
        `The ${place} parameter "${name}", which ${method.toUpperCase()} ${path} wants, was not sent.`,
    );
}

/** API keys are sent by the service, whatever the description says besides. */
function credentialNames({ securitySchemes }: OpenApiDescription): ReadonlySet<string> {
  return new Set(
    Object.values(securitySchemes).flatMap((scheme) =>
      scheme.type === 'apiKey' ? [scheme.name.toLowerCase()] : [],
    ),
  );
}

/** Headers that the service sets itself. */
const ownHeaders = /^(?:accept|content-type|authorization)$/iu;

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
  return tell('the body', withoutFiles(payload as Json, contentType), schema, sender);
}

function tell(
  where: string,
  value: Json,
  schema: JsonSchema,
  { isKnown }: Sender,
): readonly string[] {
  return misfits(value, rootNode(schema))
    .filter((found) => !isMadeUp(value, found, isKnown))
    .map(({ keys, text, hint }) => {
      const place = keys.length === 0 ? where : `${where}, at ${keys.join('.')}`;
      return `In ${place}, ${text}.${hint === undefined ? '' : ` ${hint}`}`;
    });
}

/** A value that was made up for the test has the right type, and cannot be expected to be any more right. */
function isMadeUp(
  value: Json,
  { keys, isType }: Contradiction,
  isKnown: Sender['isKnown'],
): boolean {
  const found = resolvePointer(value, keys.map(String));
  // A list keeps the places of what is not there, and answers of a test are short.
  if (found === null && typeof keys.at(-1) === 'number') return true;
  if (isType === true) return false;
  return typeof found !== 'object' && found !== undefined && isKnown(found);
}
