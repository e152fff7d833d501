import type {
  MediaType,
  OpenApiDescription,
  OpenApiOperation,
  OpenApiParameter,
  OpenApiResponse,
  OpenApiServer,
  SecurityAlternative,
} from '../../openapi/index.ts';
import type { OperationReference } from '../service.ts';
import { refuse } from './refuse.ts';

/** An operation as far as it is known: by its description, or only by method and path. */
export interface HttpOperation {
  /** For messages. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly servers: readonly OpenApiServer[];
  readonly parameters: readonly OpenApiParameter[];
  readonly mediaTypes: readonly MediaType[];
  readonly responses: readonly OpenApiResponse[];
  /** Absent when nobody says anything about it. */
  readonly security?: readonly SecurityAlternative[];
}

/** Where operations are looked up. */
export interface OperationSources {
  readonly description?: OpenApiDescription;
  /** By operationId: `POST /pets`. */
  readonly operations?: Readonly<Record<string, string>>;
}

/** Finds the operation that a document means; what the caller says comes before the description. */
export function findHttpOperation(
  reference: OperationReference,
  { description, operations = {} }: OperationSources,
): HttpOperation {
  const { operationId, operationPath } = reference;
  const name = operationId ?? operationPath ?? '';
  const route =
    operationId !== undefined && Object.hasOwn(operations, operationId)
      ? operations[operationId]
      : undefined;
  if (route !== undefined) {
    const described = description?.read({ route });
    return described === undefined ? fromRoute(name, route) : fromDescription(described);
  }
  if (description !== undefined) {
    const described =
      (operationId === undefined ? undefined : description.read({ operationId })) ??
      (operationPath === undefined
        ? undefined
        : description.read({ pointer: operationPath }));
    return described === undefined
      ? refuse(`The API description has no operation "${name}".`)
      : fromDescription(described);
  }
  const pointed = routeOfPointer(operationPath ?? '');
  return pointed === undefined
    ? refuse(
        `Nobody says what "${name}" is. Give a description of the API, or operations: { "${name}": "GET /path" }.`,
      )
    : fromRoute(name, pointed);
}

function fromDescription(operation: OpenApiOperation): HttpOperation {
  const { method, path, servers, parameters, responses, security } = operation;
  return {
    name: operation.operationId ?? `${method} ${path}`,
    method,
    path,
    servers,
    parameters,
    responses,
    mediaTypes: operation.requestBody?.mediaTypes ?? [],
    ...(security === undefined ? {} : { security }),
  };
}

function fromRoute(name: string, route: string): HttpOperation {
  const match = /^\s*([A-Za-z-]+)\s+(\/\S*)\s*$/u.exec(route);
  const [, method, path] = match ?? [];
  if (method === undefined || path === undefined)
    return refuse(`"${route}" is no method and path. Write "POST /pets".`);
  return {
    name,
    method: method.toUpperCase(),
    path,
    servers: [],
    parameters: [],
    responses: [],
    mediaTypes: [],
  };
}

/** A pointer into a description that nobody has read says method and path all the same. */
function routeOfPointer(pointer: string): string | undefined {
  const match = /^\/paths\/([^/]+)\/([a-z]+)$/u.exec(pointer);
  const [, path, method] = match ?? [];
  if (path === undefined || method === undefined) return undefined;
  return `${method} ${path.replaceAll('~1', '/').replaceAll('~0', '~')}`;
}
