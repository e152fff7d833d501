import { createActor, toPromise } from 'xstate';
import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import type { Arazzo } from '../../src/index.ts';
import { createMemoryBroker } from '../../src/testing/index.ts';
import { source } from '../helpers/source.ts';
import { isAbsent, readExample } from './support/official-examples.ts';

/** The example has the channels; the workflow that uses them is ours. */
const workflow = source`
  arazzo: 1.1.0
  info: { title: Buy a pet, version: '1.0' }
  sourceDescriptions:
    - { name: pets, type: asyncapi, url: ./pet-asyncapi.yaml }
  workflows:
    - workflowId: buy
      inputs:
        type: object
        required: [requestId, petId]
        properties: { requestId: { type: string }, petId: { type: integer }}
      steps:
        - stepId: order
          operationId: $sourceDescriptions.pets.placeOrder
          action: send
          parameters:
            - { name: orderRequestId, in: header, value: $inputs.requestId }
          requestBody:
            payload: { petId: $inputs.petId }
        - stepId: confirmation
          channelPath: '{$sourceDescriptions.pets.url}#/channels/confirm-order'
          action: receive
          correlationId: $inputs.requestId
          timeout: 60000
          outputs:
            orderId: $message.payload#/orderId
      outputs:
        orderId: $steps.confirmation.outputs.orderId
`;

async function load(): Promise<Arazzo> {
  const uri = 'https://examples.test/1.1.0/pet-asyncapi.yaml';
  return importArazzo(workflow, {
    baseUri: 'https://examples.test/1.1.0/buy.arazzo.yaml',
    documents: [{ uri, text: readExample('1.1.0/pet-asyncapi.yaml') }],
  });
}

describe.skipIf(isAbsent)('pet-asyncapi', () => {
  test('fits a workflow that uses its operation and its channel', async () => {
    expect((await load()).diagnostics).toEqual([]);
  });

  test('an order is sent and its own confirmation received', async () => {
    const broker = createMemoryBroker();
    const confirm = (orderRequestId: unknown, orderId: number): void =>
      broker.publish('confirm-order', {
        headers: { orderRequestId },
        payload: { orderId },
      });
    broker.onSend('place-order', ({ message }) => {
      confirm('of somebody else', 1);
      confirm(message.headers['orderRequestId'], 7);
    });
    const machine = (await load())
      .workflow()
      .machine({ services: { pets: broker.service } });
    const input = { requestId: 'r-1', petId: 3 };
    const output = await toPromise(createActor(machine, { input }).start());
    expect(output).toEqual({ status: 'completed', outputs: { orderId: 7 } });
    expect(broker.sent).toMatchObject([
      {
        address: 'place-order',
        message: { headers: { orderRequestId: 'r-1' }, payload: { petId: 3 } },
      },
    ]);
    expect(broker.waiting('confirm-order')).toHaveLength(1);
  });
});
