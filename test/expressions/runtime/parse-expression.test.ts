import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isExpression,
  parseExpression,
  possibleNames,
} from '../../../src/expressions/index.ts';
import { notesOn, problemAt, read } from '../support/value-of.ts';

test('an expression says what it refers to', () => {
  expect(read('$steps.find.outputs.pets#/0/id')).toEqual({
    kind: 'steps',
    text: '$steps.find.outputs.pets#/0/id',
    stepId: 'find',
    name: 'pets',
    path: [],
    pointer: ['0', 'id'],
  });
});

test('an expression is plain JSON', () => {
  const expression = read('$workflows.a.outputs.b[0].c');
  expect(JSON.parse(JSON.stringify(expression))).toEqual(expression);
});

test('A-EXPR-13 the possible names of an input come longest first', () => {
  expect(possibleNames('a.b.c')).toEqual(['a.b.c', 'a.b', 'a']);
});

test.each(['parameters', 'successActions', 'failureActions', 'inputs'])(
  'A-EXPR-18 B-EXPR-03 a component of %s is named',
  (section) => {
    const text = `$components.${section}.x`;
    expect(read(text)).toMatchObject({ kind: 'components', section, name: 'x' });
  },
);

test('A-EXPR-17 an operationId may hold dots and slashes', () => {
  expect(read('$sourceDescriptions.gh.v1.repos/list branches')).toMatchObject({
    source: 'gh',
    reference: 'v1.repos/list branches',
  });
});

test('A-EXPR-17 an operationId may hold a number sign', () => {
  expect(read('$sourceDescriptions.gh.get#1')).toMatchObject({ reference: 'get#1' });
});

test.each(['$5.00', '$.items[*]', 'a $inputs.b', '$unknown.x', '$urls', '', '$', 'text'])(
  'A-EXPR-22 C-30 "%s" is a literal',
  (text) => {
    expect(isExpression(text)).toBe(false);
  },
);

test.each(['$url', '$inputs.a', '$response.body#/a', '$self'])(
  'A-EXPR-22 "%s" is an expression',
  (text) => {
    expect(isExpression(text)).toBe(true);
  },
);

test.each([
  ['$steps.', 7],
  ['$steps', 6],
  ['$inputs.', 8],
  ['$request.foo.x', 9],
  ['$request.header', 15],
  ['$response.body#~/foo', 15],
  ['$response.body#/a~2', 17],
  ['$response.bodyguard', 10],
  ['$inputs.a b', 9],
  ['$inputs.a..b', 8],
  ['$inputs.a[x]', 9],
  ['$steps.x', 8],
  ['$sourceDescriptions.a', 21],
])('A-EXPR-25 %s is no expression, and offset %i says why', (text, offset) => {
  expect(problemAt(text)).toBe(offset);
});

test('A-EXPR-26 a header may have any token as its name', () => {
  expect(read('$response.header.X_Foo!')).toMatchObject({ name: 'X_Foo!' });
  expect(problemAt('$response.header.X(Foo)')).toBe(17);
});

test('A-EXPR-26 B-EXPR-04 neither names nor pointers hold braces', () => {
  expect(problemAt('$response.body#/a{b}')).toBe(17);
  expect(problemAt('$inputs.a}')).toBe(9);
  expect(problemAt('$request.query.{a}')).toBe(15);
});

test.each(['$steps.x.response.body', '$components.foo', '$components.parameters.'])(
  'B-EXPR-03 %s is invalid',
  (text) => {
    expect(isExpression(text)).toBe(false);
  },
);

test('B-EXPR-11 a step of another workflow can be named alone', () => {
  const expected = { kind: 'workflows', workflowId: 'w', field: 'steps', stepId: 's' };
  expect(read('$workflows.w.steps.s')).toMatchObject(expected);
});

test.each([
  ['$inputs.a', []],
  ['$response.body#/a', []],
  ['$response.body.a', ['DOTTED_NAVIGATION']],
  ['$inputs.a[0].b', ['DOTTED_NAVIGATION']],
  ['$inputs.a.b', ['DOTTED_NAVIGATION']],
  ['$steps.s.plan', ['MISSING_OUTPUTS_KEYWORD']],
  ['$steps.s.output.plan', ['MISSING_OUTPUTS_KEYWORD']],
  ['$steps.s.outputs', ['WHOLE_OUTPUTS']],
  ['$response.headers.Location', ['HEADERS_PLURAL']],
  ['$request.payload', ['UNUSUAL_SOURCE']],
  ['$message.query.x', ['UNUSUAL_SOURCE']],
  ['$sourceDescriptions.n.workflows.w', ['UNUSUAL_SOURCE_REFERENCE']],
  ['$sourceDescriptions.n#/paths/~1users/get', ['UNUSUAL_SOURCE_REFERENCE']],
])('C-26 C-27 C-32 C-33 B-EXPR-10 the notes on %s are %j', (text, codes) => {
  expect(notesOn(text)).toEqual(codes);
});

test('C-26 the note on dotted navigation says which pointer to write', () => {
  const parsed = parseExpression("$response.body.data[0]['a/b']#/c");
  const hint = 'Write "$response.body#/data/0/a~1b/c".';
  expect(parsed).toMatchObject({ ok: true, notes: [{ hint }] });
});

test('C-25 navigation is part of the language of conditions', () => {
  const parsed = parseExpression('$response.body.a', { inCondition: true });
  expect(parsed).toMatchObject({ ok: true, notes: [] });
});

test('a path of many parts is refused', () => {
  expect(isExpression(`$inputs.a${'.a'.repeat(1000)}`)).toBe(false);
  expect(isExpression(`$response.body${'.a'.repeat(1000)}`)).toBe(false);
});

const expressionLike = fc
  .array(
    fc.oneof(
      fc.constantFrom('$steps', '$inputs', '$response', '.', '#', '/', '[', ']', "'"),
      fc.constantFrom('body', 'outputs', 'header', '{', '}', '~', 'x', ' '),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));

test('reading never throws, whatever the text', () => {
  fc.assert(
    fc.property(expressionLike, (text) => {
      expect(() => parseExpression(text)).not.toThrow();
    }),
  );
});

test('what is read keeps its text', () => {
  fc.assert(
    fc.property(expressionLike, (text) => {
      const parsed = parseExpression(text);
      expect(parsed.ok ? parsed.value.text : text).toBe(text);
    }),
  );
});
