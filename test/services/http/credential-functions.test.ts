import { expect, test, vi } from 'vitest';
import type { HttpServiceOptions } from '../../../src/services/index.ts';
import { callAt } from './support/call-api.ts';
import { startRecordingServer } from './support/recording-server.ts';

type Source = NonNullable<HttpServiceOptions['credentials']>[string];

const api = {
  components: { securitySchemes: { k: { type: 'http', scheme: 'bearer' } } },
};
const never = async (): Promise<never> => new Promise(() => {});

/** Calls with a credential that is a function, and gives the error and what was sent. */
async function failing(
  credential: Source,
  { options = {}, signal }: { options?: HttpServiceOptions; signal?: AbortSignal } = {},
): Promise<{ readonly error: unknown; readonly sent: number }> {
  const server = await startRecordingServer();
  const error: unknown = await callAt(server.url, {
    operation: { security: [{ k: [] }] },
    api,
    options: { credentials: { k: credential }, ...options },
    ...(signal === undefined ? {} : { signal }),
  }).catch((thrown: unknown) => thrown);
  return { error, sent: server.requests.length };
}

test('one that throws says whose it is, without its words', async () => {
  const { error, sent } = await failing(() => {
    throw new RangeError('hush');
  });
  expect(error).toMatchObject({ code: 'INVALID_REQUEST', operationId: 'op' });
  expect(String(error)).toMatch(/"k".*RangeError/u);
  expect(String(error)).not.toContain('hush');
  expect(sent).toBe(0);
});

test('one that is slow is given up like a request', async () => {
  const { error, sent } = await failing(never, { options: { timeout: 20 } });
  expect(error).toMatchObject({ code: 'INVALID_REQUEST' });
  expect(String(error)).toContain('20 ms');
  expect(sent).toBe(0);
});

test('one that is slow does not hold a call that is withdrawn', async () => {
  const controller = new AbortController();
  const called = failing(
    async () => {
      controller.abort();
      return never();
    },
    { signal: controller.signal },
  );
  expect((await called).error).toMatchObject({ code: 'ABORTED' });
});

test('none is asked when the call was withdrawn before', async () => {
  const ask = vi.fn<() => { token: string }>(() => ({ token: 't' }));
  const { error } = await failing(ask, { signal: AbortSignal.abort() });
  expect(error).toMatchObject({ code: 'ABORTED' });
  expect(ask).not.toHaveBeenCalled();
});

test.each([
  ['a text', 'hush'],
  ['a function that gives one', () => 'hush'],
  ['null', null],
])('%s is no credential', async (_name, credential) => {
  const { error } = await failing(credential as never);
  expect(error).toMatchObject({ code: 'INVALID_REQUEST' });
  expect(String(error)).toContain('should be an object');
  expect(String(error)).not.toContain('hush');
});

test.each([
  ['{ token: undefined }', { token: undefined }],
  ['{ token: null } from a function', () => ({ token: null })],
])('%s is refused before anything is sent', async (_name, credential) => {
  const { error, sent } = await failing(credential as never);
  expect(error).toMatchObject({ code: 'INVALID_REQUEST' });
  expect(String(error)).toContain('The credentials for "k" have no token');
  expect(sent).toBe(0);
});

test.each([{ secretAccessKey: undefined }, {}])(
  'AWS credentials without a secret are refused: %j',
  async (rest) => {
    const credentials = { aws: { accessKeyId: 'a', ...rest } } as never;
    const called = callAt('http://127.0.0.1:1', { options: { credentials } });
    await expect(called).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  },
);

test('one is asked once for a call, also on a host of AWS', async () => {
  const ask = vi.fn<() => { token: string }>(() => ({ token: 't' }));
  await callAt('https://api.eu-west-1.amazonaws.com', {
    operation: { security: [{ k: [] }] },
    api,
    options: { credentials: { k: ask }, fetch: async () => new Response('{}') },
  });
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a fetch that does not listen to its signal is given up all the same', async () => {
  const called = callAt('https://api.test', { options: { fetch: never, timeout: 20 } });
  await expect(called).rejects.toMatchObject({ code: 'TIMEOUT' });
});
