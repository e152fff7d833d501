import { expect, test } from 'vitest';
import {
  enginesForTemplate,
  evaluateTemplate,
  loadEngines,
  parseTemplate,
  referencesOf,
} from '../../../src/expressions/index.ts';
import type { Json, Scope } from '../../../src/expressions/index.ts';
import { answer } from '../support/answer.ts';

const engines = await loadEngines(['jsonpath', 'regex', 'xpath']);

const scope: Scope = {
  ...answer({
    items: [
      { id: 1, s: 'a' },
      { id: 2, s: 'b' },
    ],
    n: { m: null },
    t: 'text',
  }),
  inputs: { xml: '<i><h no="7"><n>42</n></h><h/></i>', json: '{"a":1}', s: 'b' },
};

function parse(value: Json): ReturnType<typeof parseTemplate> {
  return parseTemplate(value, { selectors: true, engines });
}

function select(selector: string, type: Json, context = '$response.body'): unknown {
  return evaluateTemplate(parse({ context, selector, type }).template, scope);
}

test.each([
  ['$.items[0].id', 'jsonpath', 1],
  ['$.items[*].id', 'jsonpath', [1, 2]],
  ['$.items[?@.id == 2].s', 'jsonpath', 'b'],
  ["$.items[?@.s == '{$inputs.s}'].id", 'jsonpath', 2],
  ['$.zz', 'jsonpath', undefined],
  ['$.n.m', 'jsonpath', null],
  ['/items/1/s', 'jsonpointer', 'b'],
  ['/zz', 'jsonpointer', undefined],
  ['$..id', { type: 'jsonpath', version: 'rfc9535' }, [1, 2]],
  [
    '$.items[(@.length-1)].id',
    { type: 'jsonpath', version: 'draft-goessner-dispatch-jsonpath-00' },
    2,
  ],
  ['/n', { type: 'jsonpointer', version: 'rfc6901' }, { m: null }],
  ['$.n', { type: 'jsonpath' }, { m: null }],
])('B-SEL-04 B-ETO-04 %s selects', (selector, type, expected) => {
  expect(select(selector, type)).toEqual(expected);
});

test.each([
  ['/i/h/n', '42'],
  ['/i/h[1]/@no', '7'],
  ['//h', ['42', '']],
  ['count(//h)', 2],
  ['//n = 42', true],
  ['//zz', undefined],
])('B-SEL-06 XPath selects the text of nodes: %s', (selector, expected) => {
  expect(select(selector, 'xpath', '$inputs.xml')).toEqual(expected);
  expect(select(selector, { type: 'xpath', version: 'xpath-10' }, '$inputs.xml')).toEqual(
    expected,
  );
});

test('B-SEL-02 a context without parts selects nothing', () => {
  expect(select('$', 'jsonpath', '$response.body#/t')).toBeUndefined();
  expect(select('', 'jsonpointer', '$statusCode')).toBeUndefined();
  expect(select('/a', 'xpath', '$response.body')).toBeUndefined();
  expect(select('/a', 'xpath', '$inputs.json')).toBeUndefined();
});

test('B-SEL-03 a selector may stand anywhere in a value', () => {
  const selector = { context: '$response.body', selector: '/n', type: 'jsonpointer' };
  const { template } = parse({ a: [selector], b: { c: selector } });
  expect(evaluateTemplate(template, scope)).toEqual({
    a: [{ m: null }],
    b: { c: { m: null } },
  });
  expect(referencesOf(template).map(({ text }) => text)).toEqual([
    '$response.body',
    '$response.body',
  ]);
});

test('B-SEL-03 the context may be all inputs', () => {
  expect(select('$.s', 'jsonpath', '$inputs')).toBe('b');
});

test.each([
  [{ context: '$response.body', selector: '$.a' }, '', 'type'],
  [{ context: '$response.body', type: 'jsonpath' }, '', 'selector'],
  [{ selector: '$.a', type: 'jsonpath' }, '', 'context'],
  [{ context: '$response.body', selector: '$.a', type: 'jmespath' }, '/type', 'jmespath'],
  [{ context: '$response.body', selector: '$[', type: 'jsonpath' }, '/selector', 'read'],
  [{ context: '$steps.', selector: '$', type: 'jsonpath' }, '/context', 'step'],
  [{ context: '$response.body', selector: 1, type: 'jsonpath' }, '/selector', 'text'],
  [
    { context: '$url', selector: '/a', type: { type: 'xpath', version: 'rfc9535' } },
    '/type',
    'version',
  ],
] as const)('B-SEL-01 B-ETO-02 a problem in %j', (value, path, word) => {
  const { problems } = parse({ x: value });
  expect(problems).toMatchObject([{ path: `/x${path}` }]);
  expect(problems[0]?.problem.message).toContain(word);
});

test.each([
  { context: 'text', selector: '$.a', type: 'jsonpath' },
  { context: '$response.body', selector: '$.a', type: 'jsonpath', more: 1 },
  { context: 'text', selector: 'text' },
  { type: 'jsonpath', selector: 1 },
  { type: 'jsonpath' },
])('B-SEL-05 an object that only looks like a selector is one no more: %j', (value) => {
  expect(parse(value).problems).toEqual([]);
  expect(parse(value).template.kind).not.toBe('selector');
});

test('B-SEL-05 nothing is a selector that was not asked for', () => {
  const value = { context: '$response.body', selector: '$.n', type: 'jsonpath' };
  expect(parseTemplate(value).template.kind).toBe('object');
});

test('what a selector yields is data', () => {
  const inputs = { a: { b: '{$inputs.secret}' }, secret: 'x' };
  const { template } = parse({
    context: '$inputs.a',
    selector: '/b',
    type: 'jsonpointer',
  });
  expect(evaluateTemplate(template, { inputs })).toBe('{$inputs.secret}');
});

test('the engines of selectors are known before they are read', () => {
  const context = '$response.body';
  expect([...enginesForTemplate({ a: [1, '$inputs.a'] })]).toEqual([]);
  expect([
    ...enginesForTemplate([{ context, selector: '/a', type: 'jsonpointer' }]),
  ]).toEqual([]);
  const value = {
    a: { context, selector: "$[?match(@, 'a')]", type: 'jsonpath' },
    b: [{ context, selector: '/a', type: { type: 'xpath', version: 'xpath-10' } }],
  };
  expect([...enginesForTemplate(value)]).toEqual(['jsonpath', 'regex', 'xpath']);
});

test('a missing engine is the mistake of the caller', () => {
  const value = { context: '$response.body', selector: '$.a', type: 'jsonpath' };
  expect(() => parseTemplate(value, { selectors: true })).toThrow(
    expect.objectContaining({ code: 'MISSING_ENGINE' }),
  );
});
