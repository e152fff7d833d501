import { indexAsyncApi } from '../../../src/asyncapi/index.ts';
import type { AsyncApiIndex } from '../../../src/asyncapi/index.ts';
import type { Json } from '../../../src/expressions/index.ts';

/** A shop that receives orders and answers each with a confirmation, and tells of shipments. */
export const orders = {
  asyncapi: '3.0.0',
  info: { title: 'Shop', version: '1' },
  defaultContentType: 'application/json',
  servers: { local: { host: 'localhost:9092', protocol: 'kafka' } },
  channels: {
    orders: {
      address: 'orders/{region}',
      parameters: { region: { $ref: '#/components/parameters/region' } },
      messages: { placed: { $ref: '#/components/messages/Order' } },
    },
    confirmations: { $ref: '#/components/channels/confirmations' },
    'shipments/v1': {
      address: null,
      messages: {
        sent: { contentType: 'text/plain', payload: { type: 'string' } },
        lost: { contentType: 'text/csv' },
      },
    },
  },
  operations: {
    placeOrder: {
      action: 'receive',
      channel: { $ref: '#/channels/orders' },
      messages: [{ $ref: '#/channels/orders/messages/placed' }],
      reply: {
        address: { location: '$message.header#/replyTo' },
        channel: { $ref: '#/channels/confirmations' },
        messages: [{ $ref: '#/channels/confirmations/messages/confirmed' }],
      },
    },
    tellShipment: { action: 'send', channel: { $ref: '#/channels/shipments~1v1' } },
    elsewhere: { action: 'send', channel: { $ref: 'other.yaml#/channels/x' } },
    undecided: { channel: { $ref: '#/channels/orders' } },
  },
  components: {
    parameters: { region: { enum: ['eu', 'us'], default: 'eu' } },
    channels: {
      confirmations: {
        address: 'confirmations',
        messages: { confirmed: { $ref: '#/components/messages/Confirmation' } },
      },
    },
    correlationIds: { order: { location: '$message.header#/orderRequestId' } },
    messages: {
      Order: {
        name: 'Order',
        correlationId: { $ref: '#/components/correlationIds/order' },
        headers: { type: 'object', required: ['orderRequestId'] },
        payload: { $ref: '#/components/schemas/Order' },
      },
      Confirmation: {
        traits: [
          { contentType: 'a/first' },
          { $ref: '#/components/messageTraits/correlated' },
        ],
        payload: {
          schemaFormat: 'application/vnd.apache.avro;version=1.9.0',
          schema: {},
        },
      },
    },
    messageTraits: {
      correlated: {
        contentType: 'a/last',
        correlationId: { $ref: '#/components/correlationIds/order' },
      },
    },
    schemas: {
      Order: {
        type: 'object',
        properties: {
          items: { type: 'array', items: { $ref: '#/components/schemas/Item' } },
        },
      },
      Item: { properties: { parts: { items: { $ref: '#/components/schemas/Item' } } } },
    },
  },
} satisfies Json;

/** The index of a description that is one. */
export function indexOf(description: Json): AsyncApiIndex {
  const index = indexAsyncApi(description);
  if (index?.kind !== 'asyncapi') throw new Error('no index');
  return index;
}
