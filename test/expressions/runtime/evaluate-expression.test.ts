import { expect, test } from 'vitest';
import type { Scope } from '../../../src/expressions/index.ts';
import { answer } from '../support/answer.ts';
import { valueOf } from '../support/value-of.ts';

const request = {
  url: 'https://api.test/pets?limit=5',
  method: 'POST',
  headers: { Accept: 'text/plain' },
  query: { limit: 5, 'filter[name]': 'x' },
  path: { petId: 7 },
  body: { pets: [{ id: 1 }] },
};

test('A-EXPR-01 $url is the URL of the request', () => {
  expect(valueOf('$url', { request })).toBe('https://api.test/pets?limit=5');
});

test('A-EXPR-02 $method is the HTTP method', () => {
  expect(valueOf('$method', { request })).toBe('POST');
});

test('A-EXPR-03 $statusCode is a number', () => {
  expect(valueOf('$statusCode', answer({}, 201))).toBe(201);
});

test('A-EXPR-04 a request header is found whatever its case', () => {
  expect(valueOf('$request.header.accept', { request })).toBe('text/plain');
  expect(valueOf('$request.header.ACCEPT', { request })).toBe('text/plain');
});

test('A-EXPR-05 a query parameter is found by its exact name', () => {
  expect(valueOf('$request.query.limit', { request })).toBe(5);
  expect(valueOf('$request.query.Limit', { request })).toBeUndefined();
  expect(valueOf('$request.query.filter[name]', { request })).toBe('x');
});

test('A-EXPR-06 a path parameter has its value', () => {
  expect(valueOf('$request.path.petId', { request })).toBe(7);
});

test('A-EXPR-07 a parameter that was not sent is undefined', () => {
  expect(valueOf('$request.header.foo', { request })).toBeUndefined();
});

test('A-EXPR-08 the request body is seen whole and in part', () => {
  expect(valueOf('$request.body', { request })).toBe(request.body);
  expect(valueOf('$request.body#/pets/0/id', { request })).toBe(1);
});

test('A-EXPR-09 B-EXPR-09 a response header is found whatever the case of the token', () => {
  const scope = answer({}, 200, { 'x-expires-after': 'noon' });
  expect(valueOf('$response.header.X-Expires-After', scope)).toBe('noon');
});

test('A-EXPR-10 the response body is seen whole', () => {
  const body = { a: 1 };
  expect(valueOf('$response.body', answer(body))).toBe(body);
  expect(valueOf('$response.body', answer('<a/>'))).toBe('<a/>');
});

test('A-EXPR-11 a JSON Pointer leads into the body', () => {
  const scope = answer([{ id: 3, 'a/b': 1, 'm~n': 2 }]);
  expect(valueOf('$response.body#/0/id', scope)).toBe(3);
  expect(valueOf('$response.body#/0/a~1b', scope)).toBe(1);
  expect(valueOf('$response.body#/0/m~0n', scope)).toBe(2);
});

test('A-EXPR-11 "#" alone is the whole body', () => {
  expect(valueOf('$response.body#', answer([1]))).toEqual([1]);
});

test('A-EXPR-11 an array is not asked for anything but an index', () => {
  expect(valueOf('$response.body#/length', answer([1]))).toBeUndefined();
  expect(valueOf('$response.body#/01', answer([1, 2]))).toBeUndefined();
});

test('A-EXPR-12 the name of an input may hold hyphens', () => {
  expect(valueOf('$inputs.x-api-key', { inputs: { 'x-api-key': 'k' } })).toBe('k');
});

test('A-EXPR-13 an input is seen in part, by pointer and by dots', () => {
  const scope = { inputs: { customer: { firstName: 'Ada' } } };
  expect(valueOf('$inputs.customer#/firstName', scope)).toBe('Ada');
  expect(valueOf('$inputs.customer.firstName', scope)).toBe('Ada');
});

test('A-EXPR-14 $outputs sees the outputs in scope', () => {
  expect(valueOf('$outputs.orderId', { outputs: { orderId: 9 } })).toBe(9);
});

test('A-EXPR-15 a step output is seen whole and in part', () => {
  const scope = { steps: { find: { outputs: { pets: [{ id: 4 }] } } } };
  expect(valueOf('$steps.find.outputs.pets', scope)).toEqual([{ id: 4 }]);
  expect(valueOf('$steps.find.outputs.pets#/0/id', scope)).toBe(4);
});

test('A-STEP-04 a step whose id has blanks or dots is found', () => {
  const outputs = { x: 1 };
  const scope = { steps: { 'Search Articles': { outputs }, 'a.b': { outputs } } };
  expect(valueOf('$steps.Search Articles.outputs.x', scope)).toBe(1);
  expect(valueOf('$steps.a.b.outputs.x', scope)).toBe(1);
});

test('A-EXPR-16 inputs and outputs of another workflow are seen', () => {
  const scope = { workflows: { login: { inputs: { u: 'a' }, outputs: { t: ['x'] } } } };
  expect(valueOf('$workflows.login.inputs.u', scope)).toBe('a');
  expect(valueOf('$workflows.login.outputs.t#/0', scope)).toBe('x');
});

test('A-EXPR-17 a field of a source description has its value', () => {
  const scope = { sourceDescriptions: { pets: { url: './pets.yaml' } } };
  expect(valueOf('$sourceDescriptions.pets.url', scope)).toBe('./pets.yaml');
});

test('A-EXPR-18 a component has no value at run time', () => {
  expect(valueOf('$components.parameters.page', {})).toBeUndefined();
});

test.each([[[1]], [{ a: 1 }], [0], [false], [null]])(
  'A-EXPR-19 the value %j keeps its type',
  (value) => {
    expect(valueOf('$inputs.v', { inputs: { v: value } })).toEqual(value);
  },
);

test('A-EXPR-24 a step that has not run leads to nothing', () => {
  expect(valueOf('$steps.later.outputs.x', { steps: {} })).toBeUndefined();
  expect(valueOf('$steps.later.outputs.x#/0', {})).toBeUndefined();
});

test.each([
  '$inputs.__proto__',
  '$inputs.constructor',
  '$inputs.a.constructor.name',
  '$inputs.a#/__proto__/toString',
  '$steps.constructor.outputs.x',
  '$steps.__proto__.outputs.constructor',
  '$workflows.toString.outputs.name',
  '$sourceDescriptions.constructor.name',
  '$response.header.constructor',
])('A-EXPR-27 %s leads to nothing', (text) => {
  const scope: Scope = { inputs: { a: {} }, steps: {}, ...answer({}) };
  expect(valueOf(text, scope)).toBeUndefined();
});

test('B-EXPR-01 a message has no value without AsyncAPI', () => {
  expect(valueOf('$message.header.id', answer({ id: 1 }))).toBeUndefined();
  expect(valueOf('$message.payload#/id', answer({ id: 1 }))).toBeUndefined();
});

test('B-EXPR-02 $self is the URI of the document', () => {
  expect(valueOf('$self', { self: 'https://x.test/a' })).toBe('https://x.test/a');
});

test('B-EXPR-10 parts that do not exist are empty', () => {
  expect(valueOf('$request.payload', { request })).toBeUndefined();
  expect(valueOf('$response.query.x', answer({}))).toBeUndefined();
});

test('B-EXPR-11 the outputs of a step of another workflow can be named', () => {
  expect(valueOf('$workflows.a.steps.b.outputs.c', {})).toBeUndefined();
});

test('B-EXPR-12 C-26 dots and brackets lead into the body', () => {
  const scope = answer({ data: [{ id: 3 }], status: 'ok' });
  expect(valueOf('$response.body.status', scope)).toBe('ok');
  expect(valueOf('$response.body.data[0].id', scope)).toBe(3);
  expect(valueOf('$response.body.data.0.id', scope)).toBe(3);
  expect(valueOf("$response.body['status']", scope)).toBe('ok');
});

test('C-26 a key that holds dots comes before navigation', () => {
  const inputs = { 'a.b': 1, a: { b: 2, 'c.d': 3 } };
  expect(valueOf('$inputs.a.b', { inputs })).toBe(1);
  expect(valueOf('$inputs.a.c.d', { inputs })).toBe(3);
  expect(valueOf('$response.body.a.b', answer(inputs))).toBe(1);
});

test('C-26 the length of an array or text can be asked for', () => {
  expect(valueOf('$response.body.items.length', answer({ items: [1, 2] }))).toBe(2);
  expect(valueOf('$response.body.length', answer({ length: 9 }))).toBe(9);
});

test('C-26 a path leads to nothing when a part of it is not there', () => {
  const scope = answer({ a: null, t: 'text' });
  expect(valueOf('$response.body.a.b.c', scope)).toBeUndefined();
  expect(valueOf('$response.body.t[0]', scope)).toBeUndefined();
  expect(valueOf('$response.body.t.length', scope)).toBe(4);
});

test('C-27 all outputs of a step are seen together', () => {
  const outputs = { a: 1 };
  expect(valueOf('$steps.s.outputs', { steps: { s: { outputs } } })).toEqual({ a: 1 });
  expect(valueOf('$steps.s.outputs#/a', { steps: { s: { outputs } } })).toBe(1);
});

test('C-27 an output is found without the word "outputs"', () => {
  expect(valueOf('$steps.s.plan', { steps: { s: { outputs: { plan: 1 } } } })).toBe(1);
});

test('C-33 $response.headers is $response.header', () => {
  const scope = answer({}, 302, { location: '/x' });
  expect(valueOf('$response.headers.Location', scope)).toBe('/x');
});

test('the request is not built for an expression that does not need it', () => {
  const scope: Scope = {
    inputs: { a: 1 },
    get request(): never {
      throw new Error('built');
    },
  };
  expect(valueOf('$inputs.a', scope)).toBe(1);
  expect(() => valueOf('$url', scope)).toThrow('built');
});
