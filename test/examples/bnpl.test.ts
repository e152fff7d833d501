import { describe, expect, test } from 'vitest';
import { json } from './support/mock-api.ts';
import type { Answers } from './support/mock-api.ts';
import { isAbsent, readExample, withoutDefects } from './support/official-examples.ts';
import { runExample } from './support/run-example.ts';
import type { Ran } from './support/run-example.ts';

const defects = [
  {
    defect: 'customers who are eligible end the workflow',
    found: '#/existingCustomerNotEligible == false',
    put: '#/existingCustomerNotEligible == true',
  },
  {
    defect: 'count() counts the lists and not the products',
    found: 'count(@.products)',
    put: 'length(@.products)',
  },
  {
    defect: 'the transaction has no output with its id',
    found: 'loanTransactionResourceUrl: $response.body#/links/self',
    put: 'loanTransactionId: $response.body#/loanTransactionId',
  },
  {
    defect: 'a step reads an output of its own that it does not have',
    found: '$steps.authenticateCustomerAndAuthorizeLoan.outputs.redirectAuthToken',
    put: '$steps.initiateBnplTransaction.outputs.redirectAuthToken',
  },
  {
    defect: 'the query parameter is called "AuthorizationToken"',
    found: '- name: redirectAuthToken',
    put: '- name: AuthorizationToken',
  },
];

const server = 'https://bnpl.example.com/bnpl/v1';
const customer = {
  firstName: 'Ann "Annie"',
  lastName: 'Example',
  dateOfBirth: '1990-01-01T00:00:00Z',
  postalCode: 'D01',
};
const products = [
  { productCode: 'p1', purchaseAmount: { currency: 'EUR', amount: 120.5 } },
];
const plan = { customer: `${server}/customers/c1`, paymentSchedule: [] };

const usualAnswers: Answers = {
  'POST /products': () =>
    json({ products: ['p1'], eligibilityCheckRequired: true, totalAmount: 120.5 }),
  'GET /terms-and-conditions': () => json(['Pay.']),
  'POST /customers': () => json({ links: { self: plan.customer } }, { status: 201 }),
  'POST /loan-transactions': () =>
    json({ loanTransactionId: 't/1', redirectAuthToken: 'auth-1' }, { status: 202 }),
  'GET /auth': () =>
    new Response(null, {
      status: 302,
      headers: { location: 'https://auth.example.com' },
    }),
  'GET /loan-transactions/{id}': () => json(plan),
  'PATCH /loan-transactions/{id}/status': () => new Response(null, { status: 204 }),
};

async function run(answers: Answers = {}, who: object = customer): Promise<Ran> {
  return runExample({
    document: withoutDefects(readExample('1.0.0/bnpl-arazzo.yaml'), defects),
    description: readExample('1.0.0/bnpl-openapi.yaml'),
    descriptionUrl:
      'https://raw.githubusercontent.com/OAI/Arazzo-Specification/main/examples/1.0.0/bnpl-openapi.yaml',
    server,
    expectedServer: server,
    answers: { ...usualAnswers, ...answers },
    input: { customer: { ...who }, products },
  });
}

/** Method and path, without the server. */
function paths({ calls }: Ran): readonly string[] {
  return calls.map((call) => call.replace(server, ''));
}

const whole = [
  'POST /products',
  'GET /terms-and-conditions',
  'POST /customers',
  'POST /loan-transactions',
  'GET /auth?AuthorizationToken=auth-1',
  'GET /loan-transactions/t%2F1',
  'PATCH /loan-transactions/t%2F1/status',
];

describe.skipIf(isAbsent)('bnpl', () => {
  test('a new customer goes all the way to a loan', async () => {
    const ran = await run();
    expect(ran.output).toEqual({
      status: 'completed',
      outputs: { finalizedPaymentPlan: plan },
    });
    expect(paths(ran)).toEqual(whole);
  });

  test('objects in a JSON text stay objects, and quotes in a value stay in it', async () => {
    const { requests } = await run();
    expect(requests[0]?.body).toEqual({ customer, products });
    expect(requests[2]?.body).toEqual({ ...customer, termsAndConditionsAccepted: true });
    expect(requests[3]?.body).toMatchObject({
      newCustomer: plan.customer,
      products: ['p1'],
    });
    expect(requests[6]?.body).toEqual({ loanStatus: 'Completed' });
  });

  test('a known customer who needs no check skips that and the authorization', async () => {
    const uri = `${server}/customers/known`;
    const ran = await run(
      {
        'POST /products': () =>
          json({ products: ['p1'], eligibilityCheckRequired: false }),
        'POST /loan-transactions': () =>
          json({ loanTransactionId: 't2' }, { status: 202 }),
      },
      { uri },
    );
    // CustomerAuthorizationNotRequired jumps over the authorization.
    expect(paths(ran)).toEqual([
      'POST /products',
      'GET /terms-and-conditions',
      'POST /loan-transactions',
      'GET /loan-transactions/t2',
      'PATCH /loan-transactions/t2/status',
    ]);
    expect(ran.requests[2]?.body).toMatchObject({ enrolledCustomer: uri });
  });

  test.for([
    ['the customer may not', { products: ['p1'], existingCustomerNotEligible: true }],
    ['no product qualifies', { products: [] }],
  ] as const)('it ends after the first step when %s', async ([, body]) => {
    const ran = await run({ 'POST /products': () => json(body) });
    expect(ran.output).toEqual({ status: 'completed', outputs: {} });
    expect(paths(ran)).toEqual(['POST /products']);
  });

  test('it ends without a loan when the new customer is not eligible', async () => {
    const ran = await run({ 'POST /customers': () => json({ reasonCode: 'no' }) });
    expect(ran.output).toEqual({ status: 'completed', outputs: {} });
    expect(paths(ran)).toEqual(whole.slice(0, 3));
  });
});
