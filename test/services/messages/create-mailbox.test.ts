import { expect, test } from 'vitest';
import { createMailbox } from '../../../src/services/index.ts';

const { signal } = new AbortController();
const message = (payload: unknown): { headers: object; payload: unknown } => ({
  headers: {},
  payload,
});

test('a mailbox keeps the newest messages, as many as it has room for', async () => {
  const mailbox = createMailbox({ capacity: 2 });
  for (const payload of [1, 2, 3]) mailbox.deliver({ headers: {}, payload });
  await expect(mailbox.receive({}, { signal })).resolves.toEqual(message(2));
  expect(mailbox.messages).toEqual([message(3)]);
});

test('a message for somebody who waits takes no room', async () => {
  const mailbox = createMailbox({ capacity: 0 });
  const received = mailbox.receive({}, { signal });
  expect(mailbox.receivers).toBe(1);
  mailbox.deliver({ headers: {}, payload: 1 });
  mailbox.deliver({ headers: {}, payload: 2 });
  await expect(received).resolves.toEqual(message(1));
  expect(mailbox.messages).toEqual([]);
});

test('a receiver that is withdrawn keeps its reason', async () => {
  const controller = new AbortController();
  const received = createMailbox().receive({}, { signal: controller.signal });
  controller.abort('enough');
  await expect(received).rejects.toMatchObject({ code: 'ABORTED', cause: 'enough' });
});

test('a receiver that has its message no longer listens to its signal', async () => {
  const controller = new AbortController();
  const mailbox = createMailbox();
  const received = mailbox.receive({}, { signal: controller.signal });
  mailbox.deliver({ headers: {}, payload: 1 });
  controller.abort();
  await expect(received).resolves.toEqual(message(1));
});
