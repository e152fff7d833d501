import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../../src/testing/index.ts';
import { healthLakeKnowledge } from '../../../../src/services/healthlake/knowledge.ts';
import { differenceOf } from '../../../../src/testing/against/simulator/stands-for.ts';

const status = healthLakeKnowledge['DescribeFHIRExportJob']?.status;
const silence: Reply = { error: { code: 'NO_ANSWER', message: 'Nobody is there.' } };

function answer(statusCode: number, body?: unknown): Reply {
  const error = { type: 'ValidationException', message: 'No.' };
  return { answer: { statusCode, headers: {}, body, error } };
}

function showing(value: string): Reply {
  return answer(200, { ExportJobProperties: { JobStatus: value } });
}

describe('an answer of HealthLake', () => {
  test.each([
    ['well, for another that is well', answer(201), answer(200)],
    ['an error, for another error', answer(480), answer(400)],
    ['silence, for silence', silence, silence],
    ['a status, for the same', showing('FAILED'), showing('FAILED')],
    ['pending, for what is pending too', showing('QUEUED'), showing('IN_PROGRESS')],
  ])('stands: %s', (_name, wanted, seen) => {
    expect(differenceOf(wanted, seen, status)).toBeUndefined();
  });

  test.each([
    ['well, for an error', answer(400), answer(200)],
    ['an answer, for silence', silence, answer(200)],
    ['silence, for an answer', answer(200), silence],
    ['another end', showing('COMPLETED'), showing('FAILED')],
    ['pending, for an end', showing('COMPLETED'), showing('QUEUED')],
  ])('does not stand: %s', (_name, wanted, seen) => {
    expect(differenceOf(wanted, seen, status)?.kind).toBe('other');
  });

  test('that refuses a request says why', () => {
    expect(differenceOf(answer(200), answer(400), status)).toEqual({
      kind: 'refused',
      words: 'HealthLake refuses the request: ValidationException: No.',
    });
  });

  test('that was never asked for is refused too', () => {
    const error = {
      code: 'INVALID_REQUEST',
      message: 'MaxResults is no number.',
    } as const;
    expect(differenceOf(answer(200), { error }, status)?.kind).toBe('refused');
  });
});
