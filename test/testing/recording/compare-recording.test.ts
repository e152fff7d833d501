import { describe, expect, test } from 'vitest';
import {
  compareRecording,
  withRecording,
} from '../../../src/testing/recording/compare-recording.ts';
import { toRecording } from '../../../src/testing/recording/to-recording.ts';
import type { SentRequest } from '../../../src/testing/run-paths/path-result.ts';
import { path, report } from '../support/reports.ts';

const request: SentRequest = {
  stepId: 'create',
  call: 'createPet',
  parameters: [{ name: 'trace', in: 'query', value: true }],
  body: { name: 'Tom', tags: ['a', 'b'] },
};
const created = path('create 200 → completed', {
  requests: [request],
  outputs: { id: 7 },
});
const lost = path('create 500 → failed', { requests: [request] });
const recording = toRecording([report([created, lost])]);

describe('compareRecording', () => {
  test('finds nothing when nothing has changed', () => {
    expect(compareRecording(report([lost, created]), recording)).toEqual([]);
  });

  test('says which criterion is new or gone, and not that all behind it have moved', () => {
    const was = { ...created, criteria: ['a: true', 'b: true', 'c: false'] };
    const now = { ...created, criteria: ['a: true', 'c: false', 'd: true'] };
    const found = compareRecording(report([now]), toRecording([report([was])]));

    expect(found).toMatchObject([{ expected: 'b: true' }, { actual: 'd: true' }]);
  });

  test('says that criteria are looked at in another order', () => {
    const was = { ...created, criteria: ['a: true', 'b: true'] };
    const now = { ...created, criteria: ['b: true', 'a: true'] };
    const found = compareRecording(report([now]), toRecording([report([was])]));

    expect(found).toMatchObject([{ message: expect.stringContaining('another order') }]);
  });

  test('names the member of a body that has changed', () => {
    const changed = { ...request, body: { name: 'Tom', tags: ['a', 'c'] } };
    const now = report([{ ...created, requests: [changed] }, lost]);

    expect(compareRecording(now, recording)).toEqual([
      {
        kind: 'recording',
        path: created.name,
        stepId: 'create',
        message: 'Request 1 (create) differs at /body/tags/1.',
        expected: 'b',
        actual: 'c',
      },
    ]);
  });

  test('says when a member is missing or new', () => {
    const changed = { ...request, parameters: [{ name: 'x', in: 'query', value: null }] };
    const now = report([{ ...created, requests: [changed] }, lost]);

    const problems = compareRecording(now, recording);
    expect(problems.map(({ message }) => message)).toEqual([
      'Request 1 (create) differs at /parameters/query trace.',
      'Request 1 (create) differs at /parameters/query x.',
    ]);
    expect(problems[0]).not.toHaveProperty('actual');
    expect(problems[1]).toMatchObject({ actual: null });
  });

  test('stops at a request of another step', () => {
    const other = { ...request, stepId: 'read', call: 'readPet' };
    const now = report([{ ...created, requests: [other, request] }, lost]);

    expect(compareRecording(now, recording)).toMatchObject([
      { expected: 'create: createPet', actual: 'read: readPet', stepId: 'read' },
    ]);
  });

  test('tells of outputs, inputs and the end', () => {
    const inputs = { name: 'all inputs', values: {} };
    const now = report([{ ...created, inputs, outputs: { id: 8 }, end: 'ended' }, lost]);

    expect(compareRecording(now, recording).map(({ message }) => message)).toEqual([
      'The inputs differ at /name.',
      'The outputs differ at /id.',
      'The end differs.',
    ]);
  });

  test('tells of paths that are new or gone', () => {
    const now = report([created, path('create 404 → failed')]);

    expect(compareRecording(now, recording)).toMatchObject([
      { path: 'create 404 → failed', message: expect.stringContaining('new') },
      { path: 'create 500 → failed', message: expect.stringContaining('no longer') },
    ]);
  });

  test('knows no path by the name of what every object has', () => {
    const now = report([created, lost, path('constructor')]);

    expect(compareRecording(now, recording)).toMatchObject([{ path: 'constructor' }]);
  });
});

describe('withRecording', () => {
  test('fails the paths that differ and names those that are gone', () => {
    const now = withRecording(report([{ ...created, outputs: {} }]), recording);

    expect(now.gone).toEqual(['create 500 → failed']);
    expect(now.paths).toMatchObject([
      { result: 'failed', problems: [{ kind: 'recording', expected: 7 }] },
    ]);
  });

  test('leaves a report as it is when nothing differs', () => {
    const now = report([created, lost]);

    expect(withRecording(now, recording)).toEqual(now);
  });
});
