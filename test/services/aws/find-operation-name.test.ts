import { describe, expect, test } from 'vitest';

import { findOperationName } from '../../../src/services/aws/find-operation-name.ts';
import type { OperationReference } from '../../../src/services/service.ts';

const names = new Set(['PutThing', 'listThings', 'GetThing']);

function find(reference: Partial<OperationReference>, target?: unknown) {
  const header = { name: 'x-amz-target', in: 'header', value: target } as const;
  const parameters = target === undefined ? [] : [header];
  return findOperationName(names, { source: 'things', ...reference }, parameters);
}

describe('an operation is found', () => {
  test.each([
    ['by its name', 'PutThing', 'PutThing'],
    ['by its name as it is written', 'listThings', 'listThings'],
    ['by its name with a small first letter', 'putThing', 'PutThing'],
    ['by its name behind GET_', 'GET_GetThing', 'GetThing'],
    ['by its name behind POST_', 'POST_getThing', 'GetThing'],
  ])('%s', (_how, operationId, expected) => {
    expect(find({ operationId })).toBe(expected);
  });

  test('by the target in a header', () => {
    expect(find({ operationId: 'op1' }, 'Things_20240101.GetThing')).toBe('GetThing');
  });

  test('by its name rather than by the target', () => {
    expect(find({ operationId: 'PutThing' }, 'Things.GetThing')).toBe('PutThing');
  });

  test.each([
    '/paths/~1#X-Amz-Target=Things.GetThing/post',
    '/paths/~1%23X-Amz-Target%3DThings.GetThing/post',
    '/paths/~1#Action=GetThing/get',
  ])('by the path %s', (operationPath) => {
    expect(find({ operationPath })).toBe('GetThing');
  });
});

test.each([{ operationId: 'Nothing' }, { operationPath: '/paths/~1things/get' }, {}])(
  '%j is not found',
  (reference) => {
    expect(find(reference)).toBeUndefined();
    expect(find(reference, 5)).toBeUndefined();
  },
);
