import { rootNode, typesOf } from '../../arazzo-import/check/schema/schema-node.ts';
import type { Json } from '../../arazzo-import/document.ts';
import type { OpenApiDescription, OpenApiOperation } from '../../openapi/index.ts';
import { isSame } from '../../services/http/request/request-parameters.ts';
import type { OperationParameter, OperationRequest } from '../../services/service.ts';
import type { Sender } from './check-request.ts';
import { tellMisfits } from './tell-misfits.ts';

/** What the parameters of a request have, or have not, that the description of the operation refuses. */
export function parameterProblems(
  request: OperationRequest,
  described: OpenApiOperation,
  {
    sender,
    description,
  }: { readonly sender: Sender; readonly description: OpenApiDescription },
): readonly string[] {
  return [
    ...missingParameters(request, described, credentialNames(description)),
    ...request.parameters.flatMap((each) => valueProblems(each, described, sender)),
  ];
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

/** A parameter that the document itself writes; values of several parts are written in many ways. */
function valueProblems(
  parameter: OperationParameter,
  { parameters }: OpenApiOperation,
  sender: Sender,
): readonly string[] {
  const { name, in: place, value } = parameter;
  const declared = parameters.find((each) => isSame(each, parameter));
  const schema = declared?.schema();
  if (schema === undefined || declared?.contentType !== undefined) return [];
  const types = typesOf(rootNode(schema)) ?? [];
  const isPlain = types.length > 0 && types.every((type) => plainTypes.has(type));
  if (!isPlain || sender.isKnown(value)) return [];
  const sent = asSent(value, types);
  return tellMisfits(`the ${place} parameter "${name}"`, sent, schema, sender);
}

const plainTypes: ReadonlySet<string> = new Set([
  'string',
  'integer',
  'number',
  'boolean',
  'null',
]);

/** What is sent is a text: 7 and "7" are the same. */
function asSent(value: unknown, types: readonly string[]): Json {
  if (typeof value === 'string') return types.includes('string') ? value : parsed(value);
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  return isScalar && types.includes('string') ? String(value) : (value as Json);
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
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
