import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, test, vi } from 'vitest';

import { toOperationError } from '../../../src/services/aws/to-operation-error.ts';
import { createHealthLakeService } from '../../../src/services/healthlake/create-health-lake-service.ts';
import type { HealthLakeServiceOptions } from '../../../src/services/healthlake/create-health-lake-service.ts';
import {
  createScriptedHealthLake,
  quietConfig,
  toRequest,
  unaborted,
} from '../healthlake/scripted-health-lake.ts';

const describeStore = toRequest('DescribeFHIRDatastore', { DatastoreId: 'd' });
const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanUp of cleanups.splice(0)) cleanUp();
  vi.unstubAllEnvs();
});

async function startServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** How a call with these options fails. */
async function failureWith(options: HealthLakeServiceOptions, signal?: AbortSignal) {
  const service = createHealthLakeService(options);
  const call = service.call(
    describeStore,
    signal === undefined ? unaborted() : { signal },
  );
  return call.then(
    () => expect.fail('must not resolve'),
    (error: unknown) => error,
  );
}

/** How a call fails whose attempts are all answered like this. */
async function failureAfter(status: number, body: unknown) {
  const script = Array.from({ length: 3 }, () => ({ status, body }));
  const { service } = createScriptedHealthLake(...script);
  return service.call(describeStore, unaborted()).catch((error: unknown) => error);
}

/** Leaves the SDK nothing to find, and nothing to ask. */
function forgetAws(): void {
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', '/nowhere');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere');
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_REGION']) {
    vi.stubEnv(name, undefined);
  }
}

describe('a network that fails is no answer', () => {
  test('when the connection is refused', async () => {
    const endpoint = await startServer(() => {});
    cleanups.pop()?.();
    expect(await failureWith({ ...quietConfig, endpoint })).toMatchObject({
      name: 'OperationError',
      code: 'UNREACHABLE',
      operationId: 'DescribeFHIRDatastore',
      message: expect.stringMatching(/got no answer in 3 attempts: .*ECONNREFUSED/),
      cause: expect.objectContaining({ code: 'ECONNREFUSED' }),
    });
  });

  test('when the connection breaks', async () => {
    const endpoint = await startServer((request) => request.socket.destroy());
    expect(await failureWith({ ...quietConfig, endpoint })).toMatchObject({
      code: 'NO_ANSWER',
      message: 'DescribeFHIRDatastore got no answer in 3 attempts: socket hang up.',
    });
  });

  test('when the connection breaks within the body', async () => {
    const endpoint = await startServer((_request, response) => {
      response.writeHead(200, { 'content-length': '99' });
      response.write('{"a":1', () => response.destroy());
    });
    const failure = await failureWith({ ...quietConfig, endpoint });
    expect(failure).toMatchObject({
      code: 'NO_ANSWER',
      message: expect.stringContaining(
        'status 200 and a body that broke off (ECONNRESET)',
      ),
    });
  });

  test('when the server takes longer than the client allows', async () => {
    const endpoint = await startServer(() => {});
    const requestHandler = { requestTimeout: 20, throwOnRequestTimeout: true };
    const options = { ...quietConfig, endpoint, requestHandler };
    expect(await failureWith(options)).toMatchObject({
      code: 'NO_ANSWER',
      cause: expect.objectContaining({ name: 'TimeoutError' }),
    });
  });

  test('when the request handler throws something that is no error', async () => {
    const requestHandler = { handle: () => Promise.reject('odd') };
    const failure = await failureWith({ ...quietConfig, requestHandler });
    expect(failure).toMatchObject({ code: 'NO_ANSWER' });
  });
});

describe('an error that the SDK hands over', () => {
  const call = { operationId: 'PutThing', ...unaborted() };

  test('after a second attempt may belong to a request that got through', () => {
    const error = Object.assign(new Error('no signature'), {
      $metadata: { attempts: 2 },
    });
    expect(toOperationError(error, call)).toMatchObject({
      code: 'NO_ANSWER',
      message: 'PutThing got no answer in 2 attempts: no signature.',
    });
  });

  test('without a message is known by its code', () => {
    const error = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });
    expect(toOperationError(error, call).message).toContain('ECONNREFUSED');
  });
});

describe('an answer that cannot be read is none', () => {
  test.each([
    [502, '<html>', '3 attempts'],
    [200, '<html>', '1 attempt'],
    [200, '{"DatastoreProperties":{"Datas', '1 attempt'],
  ])('when it is %i %j', async (status, body, attempts) => {
    expect(await failureAfter(status, body)).toMatchObject({
      code: 'NO_ANSWER',
      message: `The server answered DescribeFHIRDatastore with status ${status} and something that is not JSON (${attempts}).`,
      cause: expect.any(SyntaxError),
    });
  });

  test('when a value in it is of another type', async () => {
    const body = { DatastoreProperties: { CreatedAt: '2024-01-01T00:00:00Z' } };
    expect(await failureAfter(200, body)).toMatchObject({
      code: 'NO_ANSWER',
      message: expect.stringContaining("does not fit the API's model (TypeError)"),
    });
  });
});

describe('what cannot be sent is said in plain words', () => {
  const endpoint = 'http://127.0.0.1:1';

  test('without credentials', async () => {
    forgetAws();
    expect(await failureWith({ region: 'us-east-1', endpoint })).toMatchObject({
      code: 'INVALID_REQUEST',
      message: expect.stringContaining('no usable AWS credentials were found ('),
    });
  });

  test('with a profile that is not there', async () => {
    forgetAws();
    const options = { region: 'us-east-1', profile: 'clinic', endpoint };
    expect(await failureWith(options)).toMatchObject({
      code: 'INVALID_REQUEST',
      message: expect.stringContaining('for the profile "clinic"'),
    });
  });

  test('without a region', async () => {
    forgetAws();
    const { region: _none, ...options } = quietConfig;
    expect(await failureWith(options)).toMatchObject({
      code: 'INVALID_REQUEST',
      message:
        'DescribeFHIRDatastore was not sent: Region is missing. Set AWS_REGION, or give a region.',
    });
  });

  test.each([
    { endpoint: 'nonsense' },
    { endpoint, useFipsEndpoint: true },
    { region: 'not a host' },
  ])('with %j', async (options) => {
    expect(await failureWith({ ...quietConfig, ...options })).toMatchObject({
      code: 'INVALID_REQUEST',
      message: expect.stringContaining('DescribeFHIRDatastore was not sent: '),
    });
  });

  test('when the service that hands out credentials refuses', async () => {
    const refusal = Object.assign(new Error('sts says no to AKIAIOSFODNN7EXAMPLE'), {
      $fault: 'client',
      $metadata: { httpStatusCode: 403, attempts: 1 },
    });
    const credentials = () => Promise.reject(refusal);
    expect(await failureWith({ ...quietConfig, credentials, endpoint })).toMatchObject({
      code: 'INVALID_REQUEST',
      message: 'DescribeFHIRDatastore was not sent: sts says no to (hidden).',
      cause: refusal,
    });
  });
});

describe('a withdrawn call', () => {
  test('in flight closes its connection', async () => {
    const controller = new AbortController();
    const closed: Promise<unknown>[] = [];
    const endpoint = await startServer((request) => {
      closed.push(once(request.socket, 'close'));
      controller.abort();
    });
    const failure = await failureWith({ ...quietConfig, endpoint }, controller.signal);
    const message = 'DescribeFHIRDatastore was aborted.';
    expect(failure).toMatchObject({ code: 'ABORTED', message });
    expect(closed).toHaveLength(1);
    await closed[0];
  });

  test('before it is sent sends nothing', async () => {
    const { service, sent } = createScriptedHealthLake({ status: 200, body: {} });
    const call = service.call(describeStore, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
    expect(sent).toEqual([]);
  });
});
