import { describe, expect, test } from 'vitest';
import { healthLakeKnowledge } from '../../../../src/services/healthlake/knowledge.ts';
import { toWish } from '../../../../src/testing/against/simulator/to-wish.ts';

const status = healthLakeKnowledge['DescribeFHIRExportJob']?.status;

function wishFor(statusCode: number, body: unknown): ReturnType<typeof toWish> {
  const reply = { answer: { statusCode, headers: {}, body } };
  return toWish({ kind: 'action', reply }, status);
}

describe('what the simulator is to do', () => {
  test('is to break the connection where there is no answer', () => {
    const reply = { error: { code: 'NO_ANSWER', message: '' } } as const;
    expect(toWish({ kind: 'no-answer', reply }, status)).toEqual({
      kind: 'disturb',
      effect: 'reset',
    });
  });

  test('is to show the status of a good answer that has one', () => {
    const body = { ExportJobProperties: { JobStatus: 'FAILED' } };
    expect(wishFor(200, body)).toEqual({ kind: 'show', status: 'FAILED' });
    expect(wishFor(200, { JobId: '1' })).toEqual({ kind: 'perform' });
  });

  test('is to cut off a body that is broken', () => {
    const reply = { answer: { statusCode: 200, headers: {}, body: 'x' } };
    expect(toWish({ kind: 'broken', reply }, status)).toMatchObject({
      effect: 'malformed',
    });
  });

  test.each([
    [400, 'ThrottlingException', 'throttle'],
    [400, 'com.amazonaws.healthlake#ResourceNotFoundException', 'not-found'],
    [400, 'AccessDeniedException', 'access-denied'],
    [400, 'ValidationException', 'access-denied'],
    [404, '', 'not-found'],
    [429, '', 'throttle'],
    [480, '', 'access-denied'],
    [500, '', '500'],
    [502, '', 'html'],
    [503, '', '503'],
    [599, '', '500'],
  ])('for %i %s is %s', (statusCode, type, effect) => {
    const body = type === '' ? undefined : { __type: type };
    expect(wishFor(statusCode, body)).toEqual({ kind: 'disturb', effect });
  });
});
