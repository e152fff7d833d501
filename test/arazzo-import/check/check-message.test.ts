import { describe, expect, test } from 'vitest';
import { documentText } from '../../machines/support/document-text.ts';
import { findingsOf, hintsOf } from '../support/import-text.ts';

const payload = {
  type: 'object',
  required: ['sku'],
  properties: { sku: { type: 'string' }, quantity: { type: 'integer' } },
};
const orders = {
  asyncapi: '3.0.0',
  info: { title: 'Orders', version: '1' },
  channels: {
    orders: {
      address: 'orders/{region}',
      parameters: { region: { enum: ['eu', 'us'] } },
      messages: { placed: { contentType: 'application/json', payload } },
    },
  },
};
const options = { read: async (): Promise<string> => JSON.stringify(orders) };
const region = { name: 'region', in: 'channel', value: 'eu' };

function textOf(step: object): string {
  const channelPath = '{$sourceDescriptions.events.url}#/channels/orders';
  const whole = { stepId: 'a', channelPath, action: 'send', ...step };
  return documentText([{ workflowId: 'w', steps: [whole] }], {
    arazzo: '1.1.0',
    sourceDescriptions: [{ name: 'events', url: 'events.json', type: 'asyncapi' }],
  });
}

/** Codes and places of what is found in a step. */
async function check(step: object): Promise<readonly string[]> {
  const found = await findingsOf(textOf({ parameters: [region], ...step }), options);
  return found.map(({ code, path }) =>
    `${code} ${path.replace('/workflows/0/steps/0', '')}`.trim(),
  );
}
const withParameters = (...parameters: object[]) => check({ parameters });
const sent = (value: unknown) => ({ requestBody: { payload: value } });

describe('what is sent', () => {
  test('is compared with the schema of the message', async () => {
    expect(await check(sent({ sku: 'a', quantty: 1 }))).toEqual([
      'INVALID_PAYLOAD /requestBody/payload/quantty',
    ]);
    expect(await check(sent({ sku: 'a', quantity: 'one' }))).toEqual([
      'INVALID_PAYLOAD /requestBody/payload/quantity',
    ]);
    expect(await check(sent({ quantity: 1 }))).toEqual([
      'INVALID_PAYLOAD /requestBody/payload',
    ]);
  });

  test('is fine when it fits, and where only a run can tell', async () => {
    expect(await check(sent({ sku: 'a', quantity: 1 }))).toEqual([]);
    expect(await check(sent({ sku: '$sourceDescriptions.events.url' }))).toEqual([]);
  });
});

describe('the address', () => {
  test('has these parameters and no others', async () => {
    const other = { ...region, name: 'regoin' };

    expect(await withParameters(region, other)).toEqual([
      'UNKNOWN_PARAMETER /parameters/1/name',
    ]);
    expect(await withParameters()).toEqual(['MISSING_PARAMETER']);
  });

  test('has these values, and the nearest is in the hint', async () => {
    const wrong = { ...region, value: 'eux' };

    expect(await withParameters(wrong)).toEqual([
      'INVALID_PARAMETER_VALUE /parameters/0/value',
    ]);
    expect(await hintsOf(textOf({ parameters: [wrong] }), options)).toEqual([
      'Did you mean "eu"?',
    ]);
  });

  test('may be left open by who only listens', async () => {
    expect(await check({ action: 'receive', parameters: [] })).toEqual([]);
  });

  test('has nothing to do with headers', async () => {
    expect(await withParameters(region, { ...region, in: 'header', name: 'x' })).toEqual(
      [],
    );
  });
});

test('a channelPath without an action is told once', async () => {
  expect(await check({ action: undefined })).toEqual(['MISSING_FIELD /action']);
});
