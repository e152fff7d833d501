import { describe, expect, test } from 'vitest';
import type { JsonRecord } from '../../src/index.ts';
import { json } from './support/mock-api.ts';
import { isAbsent, readExample, withoutDefects } from './support/official-examples.ts';
import { runExample } from './support/run-example.ts';
import type { Ran } from './support/run-example.ts';

const defects = [
  {
    defect: 'the query parameter is called "tags"',
    found: '- name: pet_tags',
    put: '- name: tags',
  },
  {
    defect: 'the path parameter is called "petId"',
    found: '- name: pet_id\n            in: path',
    put: '- name: petId\n            in: path',
  },
];
const store = 'https://store.example.com';

async function run(workflowId: string, input: JsonRecord): Promise<Ran> {
  return runExample({
    document: withoutDefects(readExample('1.0.0/pet-coupons.arazzo.yaml'), defects),
    description: readExample('1.0.0/pet-coupons.openapi.yaml'),
    descriptionUrl: './pet-coupons.openapi.yaml',
    server: store,
    credentials: { petstore_auth: { token: 'secret' } },
    expectedServer: store,
    answers: {
      'GET /pet/findByTags': () => json([{ id: 7, name: 'Rex' }, { id: 8 }]),
      'GET /pet/findByStatus': () => json([{ id: 9, name: 'Tom' }]),
      'GET /pet/{petId}/coupons': (_request, { petId }) =>
        json({ couponCode: `TEN-OFF-${String(petId)}` }),
      'POST /store/order': () => json({ id: 55, status: 'placed' }),
    },
    workflowId,
    input,
  });
}

describe.skipIf(isAbsent)('pet-coupons', () => {
  test('apply-coupon finds a pet by its tags and orders it with a coupon', async () => {
    const { output, calls, requests } = await run('apply-coupon', {
      my_pet_tags: ['puppy', 'dalmatian & co'],
      store_id: 'pets.example.com',
    });
    expect(output).toEqual({
      status: 'completed',
      outputs: { apply_coupon_pet_order_id: 55 },
    });
    expect(calls).toEqual([
      `GET ${store}/pet/findByTags?tags=puppy&tags=dalmatian%20%26%20co`,
      `GET ${store}/pet/7/coupons`,
      `POST ${store}/store/order`,
    ]);
    expect(requests[2]?.body).toEqual({
      petId: 7,
      couponCode: 'TEN-OFF-7',
      status: 'placed',
      complete: false,
    });
  });

  test('the token goes with the operations that want it', async () => {
    const { requests } = await run('apply-coupon', { my_pet_tags: [] });
    const [find, coupons] = requests.map(({ headers }) => headers['authorization']);
    expect([find, coupons]).toEqual(['Bearer secret', 'Bearer secret']);
  });

  test('buy-available-pet overrides shared parameters and leaves out what it does not know', async () => {
    const { output, calls, requests } = await run('buy-available-pet', {});
    expect(output).toEqual({ status: 'completed', outputs: { buy_pet_order_id: 55 } });
    expect(calls).toEqual([
      `GET ${store}/pet/findByStatus?status=available&page=1&pageSize=10`,
      `POST ${store}/store/order`,
    ]);
    expect(requests[1]?.body).toEqual({ petId: 9, status: 'placed', complete: false });
  });

  test('place-order runs on its own', async () => {
    const { output, requests } = await run('place-order', { pet_id: 3, quantity: 2 });
    expect(output).toEqual({ status: 'completed', outputs: { workflow_order_id: 55 } });
    expect(requests).toMatchObject([{ body: { petId: 3, quantity: 2 } }]);
  });
});
