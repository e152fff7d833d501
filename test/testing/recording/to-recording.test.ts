import { describe, expect, test } from 'vitest';
import { parseRecording } from '../../../src/testing/recording/parse-recording.ts';
import { toRecording } from '../../../src/testing/recording/to-recording.ts';
import type { SentRequest } from '../../../src/testing/run-paths/path-result.ts';
import { path, report } from '../support/reports.ts';

const run = '00000000-0000-4000-8000-000000000000';

function recordedRequest(body: SentRequest['body'], more: Partial<SentRequest> = {}) {
  const request = { stepId: 'create', call: 'createPet', parameters: [], ...more };
  const result = path('create 200 → completed', {
    requests: [body === undefined ? request : { ...request, body }],
  });
  return toRecording([report([result])]).workflows['pets']?.[result.name]?.requests[0];
}

describe('toRecording', () => {
  test('has workflows, paths and members in the order of their names', () => {
    const reports = ['b', 'a'].map((workflowId) =>
      report([path('b 1 → failed'), path('a 1 → failed')], { workflowId }),
    );

    const { workflows } = toRecording(reports);
    expect(Object.keys(workflows)).toEqual(['a', 'b']);
    expect(Object.keys(workflows['a'] ?? {})).toEqual(['a 1 → failed', 'b 1 → failed']);
    expect(JSON.stringify(recordedRequest({ b: 1, a: { d: 1, c: 2 } })?.body)).toBe(
      '{"a":{"c":2,"d":1},"b":1}',
    );
  });

  test.each([`${run}-create-1`, '5e2b4a5c-6f0e-5f57-9d39-0b1c3f5f7a61'])(
    'leaves out the derived token %s',
    (ClientToken) => {
      expect(recordedRequest({ name: 'Tom', ClientToken })?.body).toEqual({
        name: 'Tom',
      });
    },
  );

  test.each([`${run}-other-1`, run, 'my-token'])('keeps that %s was sent', (id) => {
    expect(recordedRequest({ id })?.body).toEqual({ id });
  });

  test('does not hold secrets, but tells two of them apart', () => {
    const one = recordedRequest({ password: 'tiger' });
    const two = recordedRequest({ password: 'lion' });

    expect(JSON.stringify([one, two])).not.toMatch(/tiger|lion/u);
    expect(one).not.toEqual(two);
    expect(recordedRequest({ password: 'tiger' })).toEqual(one);
  });

  test('does not hold headers with the names of secrets', () => {
    const parameters = [{ name: 'X-Api-Key', in: 'header', value: 'tiger' }];

    expect(recordedRequest(undefined, { parameters })?.parameters).toEqual({
      'header X-Api-Key': expect.stringMatching(/^\[concealed /u),
    });
  });
});

describe('parseRecording', () => {
  test('reads what was written', () => {
    const recording = toRecording([report([path('create 200 → completed')])]);

    expect(parseRecording(JSON.stringify(recording))).toEqual({ recording });
  });

  test.each([
    ['{', /JSON/u],
    ['[]', /no object "workflows"/u],
    ['{"workflows":{}}', /version is missing/u],
    ['{"version":1,"workflows":{"a":[]}}', /paths of "a"/u],
    ['{"version":1,"workflows":{"a":{"p":{"requests":[1]}}}}', /path "p" of "a"/u],
  ])('says what is wrong with %s', (text, problem) => {
    expect(parseRecording(text)).toEqual({ problem: expect.stringMatching(problem) });
  });
});
