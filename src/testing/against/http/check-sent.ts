import { sameJson } from '../../../expressions/index.ts';
import { essenceOf, isJsonType } from '../../../openapi/index.ts';
import type { OperationEntry } from '../../../openapi/index.ts';
import type { HttpOperation } from '../../../services/http/http-operation.ts';
import { isSame } from '../../../services/http/request/request-parameters.ts';
import type { OperationParameter, OperationRequest } from '../../../services/service.ts';
import { jsonOrText } from '../../run-paths/json-or-text.ts';
import { matchPath, mistakenFor } from './match-path.ts';

/** A request on the network. */
export interface NetworkRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** `''` when there is none. */
  readonly body: string;
}

/** What a request should be like. */
export interface ExpectedRequest {
  readonly operation: HttpOperation;
  readonly request: OperationRequest;
  /** The path of the server, which that of the operation is appended to; without slashes at its end. */
  readonly basePath: string;
  /** All operations of the API. */
  readonly operations: readonly OperationEntry[];
}

/** In what a request on the network differs from what the workflow asks for. */
export function checkSent(
  sent: NetworkRequest,
  expected: ExpectedRequest,
): readonly string[] {
  const { parameters } = expected.request;
  const route = routeProblems(sent, expected);
  if (route.length > 0) return route;
  return [
    ...parameters.flatMap((parameter) => parameterProblems(parameter, sent, expected)),
    ...bodyProblems(sent, expected.request),
  ];
}

function routeProblems(
  { method, url }: NetworkRequest,
  { operation, basePath, operations }: ExpectedRequest,
): readonly string[] {
  const wanted = `${operation.method} ${operation.path}`;
  const path = url.pathname.slice(basePath.length);
  const isThere =
    url.pathname.startsWith(basePath) &&
    method === operation.method &&
    matchPath(operation.path, path) !== undefined;
  if (!isThere) return [`${method} ${url.pathname} was sent, and not ${wanted}.`];
  const other = mistakenFor(operations, { method, path }, operation);
  if (other === undefined) return [];
  return [
    `${method} ${url.pathname} is ${other.method} ${other.path} to a server, and not ${wanted}.`,
  ];
}

/** How values of several parts are written is the business of the service. */
function parameterProblems(
  parameter: OperationParameter,
  sent: NetworkRequest,
  { operation, basePath }: ExpectedRequest,
): readonly string[] {
  const { name, in: place, value } = parameter;
  const declared = operation.parameters.find((each) => isSame(each, parameter));
  const isPlain =
    /^(?:simple|form)$/u.test(declared?.style ?? 'simple') &&
    declared?.contentType === undefined;
  const text = plainText(value);
  if (text === undefined || !isPlain) return [];
  const values = valuesIn(
    sent,
    { name, in: place, text },
    { path: operation.path, basePath },
  );
  if (values === undefined || values.includes(text)) return [];
  const seen = values.length === 0 ? 'was not sent' : 'was sent with another value';
  return [`The ${place} parameter "${name}" ${seen}.`];
}

function plainText(value: unknown): string | undefined {
  const isPlain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? String(value) : undefined;
}

/** `undefined` where it cannot be told. */
function valuesIn(
  { url, headers }: NetworkRequest,
  {
    name,
    in: place,
    text,
  }: { readonly name: string; readonly in: string; readonly text: string },
  { path, basePath }: { readonly path: string; readonly basePath: string },
): readonly string[] | undefined {
  if (place === 'path')
    return [matchPath(path, url.pathname.slice(basePath.length))?.get(name)].filter(
      (found) => found !== undefined,
    );
  if (place === 'query') return url.searchParams.getAll(name);
  if (place === 'header' && /^[!-~]*$/u.test(text)) {
    const found = headers.get(name);
    return found === null ? [] : [found];
  }
  return undefined;
}

function bodyProblems(
  { headers, body }: NetworkRequest,
  { requestBody }: OperationRequest,
): readonly string[] {
  if (requestBody?.payload === undefined)
    return body === '' ? [] : ['A body was sent that the workflow does not have.'];
  const { contentType, payload } = requestBody;
  const type = headers.get('content-type') ?? '';
  if (contentType !== undefined && essenceOf(contentType) !== essenceOf(type))
    return [`The body was sent as ${type}, and not as ${contentType}.`];
  if (!isJsonType(type)) return [];
  return isSameJson(body, payload) ? [] : ['The body was sent with other values.'];
}

function isSameJson(body: string, payload: unknown): boolean {
  const seen = jsonOrText(body);
  if (sameJson(seen, payload)) return true;
  return typeof payload === 'string' && sameJson(seen, jsonOrText(payload));
}
