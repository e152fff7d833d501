import { OperationError } from '../../../src/index.ts';
import { addressOf, createMailbox } from '../../../src/services/index.ts';
import type { MessageService } from '../../../src/services/index.ts';

/** What nearly every broker's client can do, whatever it calls it. */
export interface Client {
  publish(address: string, headers: object, body: string): Promise<void>;
  subscribe(
    address: string,
    onMessage: (headers: Record<string, unknown>, body: string) => void,
  ): Promise<void>;
}

export async function bindBroker(
  client: Client,
  addresses: readonly string[],
): Promise<MessageService> {
  const mailboxes = new Map(addresses.map((address) => [address, createMailbox()]));
  for (const [address, mailbox] of mailboxes)
    await client.subscribe(address, (headers, body) =>
      mailbox.deliver({ headers, payload: JSON.parse(body) }),
    );
  return {
    name: 'my broker',
    send: async (request) => {
      const { headers, payload } = request.message;
      const id = { 'message-id': request.idempotencyToken };
      const address = addressOf(request);
      try {
        await client.publish(address, { ...headers, ...id }, JSON.stringify(payload));
      } catch (cause) {
        throw new OperationError('NO_ANSWER', `Nothing went to ${address}.`, { cause });
      }
    },
    receive: async (request, options) => {
      const address = addressOf(request);
      const mailbox = mailboxes.get(address);
      if (mailbox !== undefined) return mailbox.receive(request, options);
      throw new OperationError('INVALID_REQUEST', `Nobody subscribed to ${address}.`);
    },
  };
}
