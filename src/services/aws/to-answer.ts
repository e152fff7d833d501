import type { OperationAnswer } from '../service.ts';
import { findExchange, toHeaders, toSentRequest } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import { hideCredentials } from './hide-credentials.ts';
import { toPlainObject } from './to-plain-json.ts';

/** What the SDK says about a call, beside its result. */
export interface AwsMetadata {
  readonly httpStatusCode?: number;
  readonly attempts?: number;
}

/** The answer in an output of the SDK. */
export function toAnswer(output: object): OperationAnswer {
  const { $metadata } = output as { $metadata?: AwsMetadata };
  return {
    statusCode: $metadata?.httpStatusCode ?? 200,
    body: toPlainObject(output, (key) => key === '$metadata'),
    ...fromExchange($metadata, findExchange(output)),
  };
}

/** The answer in an exception of the SDK, or `undefined` when the server gave none. */
export function toErrorAnswer(error: Error): OperationAnswer | undefined {
  const exchange = findExchange(error);
  // An exception of the service that hands out credentials has a status too, but no exchange.
  if (exchange === undefined || !isServiceException(error)) return undefined;
  const { name: type, $metadata } = error;
  const message = hideCredentials(error.message);
  return {
    statusCode: $metadata.httpStatusCode,
    body: { __type: type, message, ...toPlainObject(error, isOwnToErrors) },
    error: { type, message },
    ...fromExchange($metadata, exchange),
  };
}

function fromExchange(
  metadata: AwsMetadata | undefined,
  exchange: Exchange | undefined,
): Pick<OperationAnswer, 'headers' | 'attempts' | 'request'> {
  return {
    headers: exchange?.response === undefined ? {} : toHeaders(exchange.response),
    attempts: metadata?.attempts ?? 1,
    ...(exchange === undefined ? {} : { request: toSentRequest(exchange.request) }),
  };
}

type ServiceException = Error & {
  readonly $metadata: AwsMetadata & { readonly httpStatusCode: number };
};

/** Only what a service answered on purpose has a `$fault`; an unreadable response has none. */
function isServiceException(error: Error): error is ServiceException {
  const { $fault, $metadata } = error as { $fault?: unknown; $metadata?: AwsMetadata };
  return $fault !== undefined && $metadata?.httpStatusCode !== undefined;
}

const ownToErrors = new Set(['name', 'stack', 'message', 'Message', '__type']);

function isOwnToErrors(key: string): boolean {
  return key.startsWith('$') || ownToErrors.has(key);
}
