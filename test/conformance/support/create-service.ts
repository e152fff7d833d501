import { OperationError } from '../../../src/index.ts';
import type { OperationAnswer, OperationRequest, Service } from '../../../src/index.ts';
import type { Fields } from './document.ts';

/** Gives you a service that performs the operations of a description on the server at `url`. */
export function createService(api: Fields, url: string): Service {
  const paths = api['paths'] as Readonly<
    Record<string, Readonly<Record<string, Fields>>>
  >;
  return {
    name: 'stand-in',
    call: (request, { signal }) => send(request, { paths, url, signal }),
  };
}

interface Target {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Fields>>>>;
  readonly url: string;
  readonly signal: AbortSignal;
}

async function send(
  { operation, parameters, requestBody }: OperationRequest,
  { paths, url, signal }: Target,
): Promise<OperationAnswer> {
  const found = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(
        ([method, each]) =>
          each['operationId'] === operation.operationId ||
          operation.operationPath ===
            `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}`,
      )
      .map(([method]) => ({ path, method: method.toUpperCase() })),
  )[0];
  if (found === undefined) throw new OperationError('INVALID_REQUEST', 'no operation');
  const target = new URL(url);
  target.pathname = found.path;
  const headers = new Headers();
  let path = found.path;
  const cookies: string[] = [];
  for (const { name, in: place, value } of parameters) {
    if (place === 'path')
      path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
    if (place === 'header') headers.set(name, String(value));
    if (place === 'cookie') cookies.push(`${name}=${String(value)}`);
    if (place === 'query')
      for (const each of [value].flat()) target.searchParams.append(name, String(each));
  }
  if (path.includes('{')) throw new OperationError('INVALID_REQUEST', 'no parameter');
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
  const sent = `${target.origin}${path}${target.search}`;
  const body = toBody(requestBody, headers);
  const response = await fetch(sent, {
    method: found.method,
    headers,
    signal,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  }).catch((cause: unknown) => {
    throw new OperationError('NO_ANSWER', 'no answer', { cause });
  });
  const text = await response.text();
  const isJson = /json/u.test(response.headers.get('content-type') ?? 'json');
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: text === '' ? undefined : isJson ? (JSON.parse(text) as unknown) : text,
    request: { method: found.method, url: sent },
  };
}

function toBody(
  requestBody: OperationRequest['requestBody'],
  headers: Headers,
): string | undefined {
  if (requestBody === undefined) return undefined;
  const { contentType = 'application/json', payload } = requestBody;
  headers.set('content-type', contentType);
  if (contentType.includes('form') && typeof payload === 'object')
    return new URLSearchParams(payload as Record<string, string>).toString();
  return typeof payload === 'string' ? payload : JSON.stringify(payload);
}
