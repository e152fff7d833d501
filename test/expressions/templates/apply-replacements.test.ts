import { expect, test } from 'vitest';
import { applyReplacements } from '../../../src/expressions/index.ts';

test('A-BODY-11 a member is replaced', () => {
  const { payload } = applyReplacements({ a: 1 }, [{ pointer: '/a', value: 2 }]);
  expect(payload).toEqual({ a: 2 });
});

test.each([10, null, ['x'], { y: 1 }])('A-BODY-13 the value may be %j', (value) => {
  const { payload } = applyReplacements({ a: 1 }, [{ pointer: '/a', value }]);
  expect(payload).toEqual({ a: value });
});

test('A-BODY-14 the target may be an item or have escapes', () => {
  const source = { items: [{ id: 1 }], 'a/b': 1 };
  const { payload } = applyReplacements(source, [
    { pointer: '/items/0/id', value: 2 },
    { pointer: '/a~1b', value: 3 },
  ]);
  expect(payload).toEqual({ items: [{ id: 2 }], 'a/b': 3 });
});

test('A-BODY-14 the empty pointer replaces everything', () => {
  const { payload } = applyReplacements({ a: 1 }, [{ pointer: '', value: [1] }]);
  expect(payload).toEqual([1]);
});

test('A-BODY-16 replacements are made in order', () => {
  const { payload } = applyReplacements({}, [
    { pointer: '/a', value: { b: 1 } },
    { pointer: '/a/b', value: 2 },
    { pointer: '/a/c', value: 3 },
  ]);
  expect(payload).toEqual({ a: { b: 2, c: 3 } });
});

test('A-BODY-16 the source is not changed', () => {
  const source = Object.freeze({ a: Object.freeze([1]) });
  expect(applyReplacements(source, [{ pointer: '/a/0', value: 2 }]).payload).toEqual({
    a: [2],
  });
  expect(source).toEqual({ a: [1] });
});

test('A-BODY-17 a member that is missing is added', () => {
  const { payload, problems } = applyReplacements({ a: 1 }, [
    { pointer: '/b', value: 2 },
  ]);
  expect(payload).toEqual({ a: 1, b: 2 });
  expect(problems).toEqual([]);
});

test('A-BODY-17 an item can be added at the end', () => {
  const { payload } = applyReplacements(
    [1],
    [
      { pointer: '/-', value: 2 },
      { pointer: '/2', value: 3 },
    ],
  );
  expect(payload).toEqual([1, 2, 3]);
});

test.each(['/x/y', '/s/y', '/list/9', '/list/x', 'a', '/list/0/b'])(
  'A-BODY-17 the target "%s" is reported and nothing changes',
  (pointer) => {
    const source = { s: 'text', list: [1] };
    const { payload, problems } = applyReplacements(source, [{ pointer, value: 1 }]);
    expect(payload).toBe(source);
    expect(problems).toMatchObject([{ pointer }]);
  },
);

test('C-15 a replacement without a value replaces nothing', () => {
  const replacement = { pointer: '/a', value: undefined };
  expect(applyReplacements({ a: 1 }, [replacement]).payload).toEqual({ a: 1 });
});

test('a target "__proto__" is a member like any other', () => {
  const { payload } = applyReplacements({}, [{ pointer: '/__proto__', value: { x: 1 } }]);
  expect(JSON.stringify(payload)).toBe('{"__proto__":{"x":1}}');
  expect(Object.getPrototypeOf(payload)).toBe(Object.prototype);
});
