import { expect, test } from 'vitest';
import {
  applyReplacements,
  compileSelector,
  enginesForSelector,
  loadEngines,
  targetLanguage,
} from '../../../src/expressions/index.ts';
import type { Replaced, SelectorLanguage } from '../../../src/expressions/index.ts';

const engines = await loadEngines(['jsonpath', 'xpath']);

interface Written {
  readonly target: string;
  readonly value: unknown;
  readonly type: SelectorLanguage['type'];
}

function replace(payload: unknown, ...written: readonly Written[]): Replaced {
  const replacements = written.map(({ target, value, type }) => {
    const compiled = compileSelector(target, { type }, engines);
    if (!compiled.ok) throw new Error(compiled.error.message);
    return { target, value, selector: compiled.value.at({ inputs: { sku: 'b' } }) };
  });
  return applyReplacements(payload, replacements);
}

const order = {
  items: [
    { sku: 'a', n: 1 },
    { sku: 'b', n: 2 },
    { sku: 'b', n: 3 },
  ],
};

test('B-REPL-01 JSONPath sets every match', () => {
  const source = structuredClone(order);
  const target = "$.items[?(@.sku=='{$inputs.sku}')].n";
  const { payload } = replace(source, { target, value: { x: 1 }, type: 'jsonpath' });
  expect(payload).toEqual({
    items: [
      { sku: 'a', n: 1 },
      { sku: 'b', n: { x: 1 } },
      { sku: 'b', n: { x: 1 } },
    ],
  });
  expect(source).toEqual(order);
});

test('B-REPL-01 what stands in a match is replaced with it', () => {
  const { payload, problems } = replace(
    { a: { a: 1 } },
    { target: '$..a', value: 2, type: 'jsonpath' },
  );
  expect(payload).toEqual({ a: 2 });
  expect(problems).toEqual([]);
});

test('B-REPL-01 the root can be replaced', () => {
  expect(replace(order, { target: '$', value: 1, type: 'jsonpath' }).payload).toBe(1);
});

test('B-REPL-04 a pointer goes into a form', () => {
  expect(targetLanguage('application/x-www-form-urlencoded').type).toBe('jsonpointer');
  const { payload } = replace(
    { a: 1 },
    { target: '/b', value: 'x', type: 'jsonpointer' },
  );
  expect(payload).toEqual({ a: 1, b: 'x' });
});

const xml = '<?xml version="1.0"?>\n<o id="1"><q>1</q><q>2</q></o>';

test('A-BODY-15 XPath sets the text of elements', () => {
  const { payload } = replace('<o><q>1</q></o>', {
    target: '/o/q',
    value: 10,
    type: 'xpath',
  });
  expect(payload).toBe('<o><q>10</q></o>');
});

test('A-BODY-15 XPath sets every match, attributes too, and keeps the rest', () => {
  const { payload } = replace(
    xml,
    { target: '//q', value: '<&>', type: 'xpath' },
    { target: '/o/@id', value: true, type: 'xpath' },
  );
  expect(payload).toBe(
    '<?xml version="1.0"?>\n<o id="true"><q>&lt;&amp;&gt;</q><q>&lt;&amp;&gt;</q></o>',
  );
});

test('A-BODY-15 XPath sets text nodes and replaces the whole document', () => {
  expect(
    replace(xml, { target: '//q[1]/text()', value: 'x', type: 'xpath' }).payload,
  ).toContain('<q>x</q><q>2</q>');
  expect(replace(xml, { target: '/', value: '<p/>', type: 'xpath' }).payload).toBe(
    '<p/>',
  );
});

test.each([
  [order, { target: '$.zz', value: 1, type: 'jsonpath' }],
  [xml, { target: '//zz', value: 1, type: 'xpath' }],
  [xml, { target: '//q', value: { a: 1 }, type: 'xpath' }],
  ['<o>', { target: '//q', value: 1, type: 'xpath' }],
  [order, { target: '//q', value: 1, type: 'xpath' }],
  [order, { target: '/zz/y', value: 1, type: 'jsonpointer' }],
] as const)(
  'A-BODY-17 what has no place is reported, and nothing changes: %j',
  (payload, written) => {
    const replaced = replace(payload, written);
    expect(replaced.payload).toBe(payload);
    expect(replaced.problems).toMatchObject([{ pointer: written.target }]);
  },
);

test('C-15 a replacement without a value replaces nothing', () => {
  const written = { target: '//q', value: undefined, type: 'xpath' } as const;
  expect(replace(xml, written)).toEqual({ payload: xml, problems: [] });
});

test.each([
  ['application/xml', 'xpath'],
  ['application/soap+xml; charset=utf-8', 'xpath'],
  ['application/json', 'jsonpointer'],
  ['text/plain', 'jsonpointer'],
  [undefined, 'jsonpointer'],
])('B-REPL-02 a target in %s is of type %s', (contentType, type) => {
  expect(targetLanguage(contentType)).toEqual({ type });
});

test('the engines of targets are known before they are read', () => {
  expect(enginesForSelector({ type: 'jsonpointer' }, '/a')).toEqual([]);
  expect(enginesForSelector({ type: 'xpath' }, "//a[matches(., 'x')]")).toEqual([
    'xpath',
    'regex',
  ]);
});
