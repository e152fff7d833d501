import { OperationError } from '../../diagnostics/index.ts';
import type { ReceiveRequest, SendRequest } from '../message-service.ts';

/**
 * The address of a request's channel with its parameters filled in: `orders/eu` for
 * `orders/{region}`. For a channel whose address nobody knows it is the channel's key
 * (`orders` for `/channels/orders`), else the operation's id.
 *
 * @throws OperationError `INVALID_REQUEST` when a parameter of the address has no value, or one that
 *   is not text, a number or a boolean.
 */
export function addressOf({
  channel,
  parameters,
}: Pick<SendRequest | ReceiveRequest, 'channel' | 'parameters'>): string {
  const { address, channelPath, operationId, source } = channel;
  if (address === undefined) return keyOf(channelPath) ?? operationId ?? source;
  return address.replaceAll(/\{([^{}]+)\}/gu, (_braces, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
    const what = value === undefined ? 'no value' : 'a value that is not text';
    const message = `The parameter "${name}" of the address "${address}" has ${what}.`;
    throw new OperationError('INVALID_REQUEST', message);
  });
}

function keyOf(channelPath: string | undefined): string | undefined {
  const last = channelPath?.split('/').at(-1);
  return last === '' ? undefined : last?.replaceAll('~1', '/').replaceAll('~0', '~');
}
