import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { MessageService } from '../../../src/services/index.ts';
import { bindBroker } from './bind-broker.ts';
import type { Client } from './bind-broker.ts';

const { signal } = new AbortController();
const channel = { source: 'shop', address: 'orders/{region}' };
const parameters = { region: 'eu' };

/** A client whose messages go round; it refuses what is too long. */
function createClient(): Client & { readonly published: unknown[] } {
  const listeners = new Map<string, Parameters<Client['subscribe']>[1]>();
  const published: unknown[] = [];
  return {
    published,
    publish: async (address, headers, body) => {
      if (body.length > 20) throw new Error('too long');
      published.push({ address, headers, body });
      listeners.get(address)?.({ ...headers }, body);
    },
    subscribe: async (address, onMessage) => {
      listeners.set(address, onMessage);
    },
  };
}

function send(service: MessageService, payload: unknown): Promise<void> {
  const message = { headers: { correlationId: 'a' }, payload };
  return service.send(
    { channel, parameters, message, idempotencyToken: 't' },
    { signal },
  );
}

test('the binding in the documentation is the one that is tested here', async () => {
  const page = await readFile(
    new URL('../../../docs/messages.md', import.meta.url),
    'utf8',
  );
  const code = await readFile(new URL('./bind-broker.ts', import.meta.url), 'utf8');
  const packages = code
    .replaceAll('../../../src/index.ts', 'arazzo-xstate')
    .replaceAll('../../../src/services/index.ts', 'arazzo-xstate/services');
  expect(page).toContain(packages.trim());
});

test('a binding sends to the address and receives what has come since it was made', async () => {
  const client = createClient();
  const service = await bindBroker(client, ['orders/eu']);
  await send(service, { petId: 1 });
  const headers = { correlationId: 'a', 'message-id': 't' };
  expect(client.published).toEqual([
    { address: 'orders/eu', headers, body: '{"petId":1}' },
  ]);
  const correlation = { id: 'a' };
  await expect(
    service.receive({ channel, parameters, correlation }, { signal }),
  ).resolves.toEqual({ headers, payload: { petId: 1 } });
});

test('a binding says when nothing was sent, and where nobody listens', async () => {
  const service = await bindBroker(createClient(), []);
  const sending = send(service, 'far too long for this broker');
  await expect(sending).rejects.toMatchObject({ code: 'NO_ANSWER' });
  const receiving = service.receive({ channel, parameters }, { signal });
  await expect(receiving).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
});
