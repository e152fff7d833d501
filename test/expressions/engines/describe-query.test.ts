import { expect, test } from 'vitest';
import { loadEngines } from '../../../src/expressions/index.ts';

const { jsonpath } = await loadEngines(['jsonpath']);

function describe(query: string): unknown {
  const compiled = jsonpath?.compile(query);
  return compiled?.ok === true ? compiled.value.describe() : undefined;
}

test('the steps of a query can be read', () => {
  expect(describe("$.a['b'][0]..*")).toEqual([
    { kind: 'child', selectors: [{ kind: 'name', name: 'a' }] },
    { kind: 'child', selectors: [{ kind: 'name', name: 'b' }] },
    { kind: 'child', selectors: [{ kind: 'index', index: 0 }] },
    { kind: 'descendant', selectors: [{ kind: 'wildcard' }] },
  ]);
});

test('the condition of a filter can be read as any condition', () => {
  expect(describe("$[?@.status == 'sold' && !$.closed]")).toMatchObject([
    {
      selectors: [
        {
          kind: 'filter',
          condition: {
            kind: 'and',
            conditions: [
              {
                kind: 'comparison',
                operator: '==',
                left: { operand: { from: 'current', segments: [{}] } },
                right: { kind: 'literal', value: 'sold' },
              },
              { kind: 'not', condition: { operand: { from: 'root' } } },
            ],
          },
        },
      ],
    },
  ]);
});

test('a function in a filter can be read', () => {
  const call = { kind: 'call', name: 'length', parameters: [{ kind: 'operand' }] };
  expect(describe('$[?length(@.a) > 2, 1:2]')).toMatchObject([
    {
      selectors: [
        { condition: { operator: '>', left: { operand: call }, right: { value: 2 } } },
        { kind: 'slice' },
      ],
    },
  ]);
});
