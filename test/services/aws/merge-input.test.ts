import { describe, expect, test } from 'vitest';

import type { OperationParameter } from '../../../src/services/service.ts';
import { createThingService } from './thing-api.ts';

type Place = OperationParameter['in'];

async function send(parameters: [Place, string, unknown][], payload: unknown = {}) {
  const { call, sent, warnings } = createThingService();
  await call({
    parameters: parameters.map(([place, name, value]) => ({ in: place, name, value })),
    requestBody: { payload },
  });
  return { input: sent[0] as Record<string, unknown>, warnings };
}

describe('parameters', () => {
  test('from the path, the query and a header are members of the input', async () => {
    const { input } = await send([
      ['path', 'Id', 'x'],
      ['query', 'Count', '5'],
      ['header', 'Flag', 'true'],
    ]);
    expect(input).toMatchObject({ Id: 'x', Count: 5, Flag: true });
  });

  test('may have the name they have on the wire', async () => {
    const { input, warnings } = await send([
      ['path', 'Id', 'x'],
      ['query', 'page-size', '5'],
      ['header', 'X-AMZ-Client', 'me'],
    ]);
    expect(input).toMatchObject({ PageSize: 5, Client: 'me' });
    expect(warnings).toEqual([]);
  });

  test('that belong to the protocol are ignored', async () => {
    const { input, warnings } = await send([
      ['path', 'Id', 'x'],
      ['header', 'X-Amz-Target', 'Things.PutThing'],
      ['header', 'content-type', 'application/json'],
      ['header', 'Authorization', 'AWS4-HMAC-SHA256'],
    ]);
    expect(input).toEqual({ Token: 'token-of-the-run', Id: 'x' });
    expect(warnings).toEqual([]);
  });

  test('that mean nothing are said', async () => {
    const { warnings } = await send([
      ['path', 'Id', 'x'],
      ['header', 'Colour', 'red'],
    ]);
    expect(warnings).toEqual(['PutThing has no input "Colour"; it is not sent.']);
  });

  test('give way to the body, unless it has null there', async () => {
    const parameters: [Place, string, unknown][] = [
      ['path', 'Id', 'x'],
      ['query', 'Count', 1],
    ];
    const { input } = await send(parameters, { Id: 'y', Count: null });
    expect(input).toMatchObject({ Id: 'y', Count: 1 });
  });
});

describe('the body', () => {
  test('may be a JSON text', async () => {
    const { input } = await send([], '{"Id":"x","Count":"5"}');
    expect(input).toMatchObject({ Id: 'x', Count: 5 });
  });

  test.each(['{"Id"', '[1]', 'null', '5', 5, [1]])('cannot be %j', async (payload) => {
    await expect(send([['path', 'Id', 'x']], payload)).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      message: 'PutThing was not sent: its body is not a JSON object.',
    });
  });

  test('may be absent', async () => {
    const { input } = await send([['path', 'Id', 'x']], null);
    expect(input).toMatchObject({ Id: 'x' });
  });
});

describe('the idempotency token', () => {
  test.each([undefined, null, ''])('is filled in for %j', async (Token) => {
    const { input } = await send([], { Id: 'x', Token });
    expect(input).toMatchObject({ Token: 'token-of-the-run' });
  });

  test('of the document stays', async () => {
    const { input } = await send([], { Id: 'x', Token: 'mine' });
    expect(input).toMatchObject({ Token: 'mine' });
  });

  test('of a parameter stays when the body has an empty one', async () => {
    const { input } = await send([['query', 'Token', 'mine']], { Id: 'x', Token: '' });
    expect(input).toMatchObject({ Token: 'mine' });
  });
});
