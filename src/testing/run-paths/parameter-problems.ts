import { rootNode, typesOf } from '../../arazzo-import/check/schema/schema-node.ts';
import type { Json } from '../../arazzo-import/document.ts';
import type { OpenApiDescription, OpenApiOperation } from '../../openapi/index.ts';
import { isIgnoredHeader } from '../../services/http/request/is-ignored-header.ts';
import { isSame } from '../../services/http/request/request-parameters.ts';
import type { OperationParameter, OperationRequest } from '../../services/service.ts';
import type { Sender } from './check-request.ts';
import { jsonOrText } from './json-or-text.ts';
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
    ...missingParameters(request, described, credentialsOf(description)),
    ...request.parameters.flatMap((each) => valueProblems(each, described, sender)),
  ];
}

function missingParameters(
  { parameters }: OperationRequest,
  { parameters: described, method, path }: OpenApiOperation,
  credentials: readonly Named[],
): readonly string[] {
  return described
    .filter(({ required }) => required)
    .filter((each) => ![...parameters, ...credentials].some((has) => isSame(has, each)))
    .filter(({ in: place, name }) => place !== 'header' || !isIgnoredHeader(name))
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
  if (typeof value === 'string')
    return types.includes('string') ? value : jsonOrText(value);
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  return isScalar && types.includes('string') ? String(value) : (value as Json);
}

type Named = Pick<OperationParameter, 'name' | 'in'>;

/** API keys are sent by the service, whatever the description says besides. */
function credentialsOf({ securitySchemes }: OpenApiDescription): readonly Named[] {
  return Object.values(securitySchemes).filter((scheme) => scheme.type === 'apiKey');
}
