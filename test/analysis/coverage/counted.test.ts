import { expect, test } from 'vitest';
import { action, simple } from '../../machines/support/workflow-text.ts';
import { one, planned } from '../paths/support/plan.ts';

const ok = [simple('$statusCode == 200')];

test('a step that only runs before another is tried again has no state to be covered', async () => {
  const again = action('again', 'retry', { stepId: 'wake', if: '$statusCode == 503' });
  const { uncovered, coverage } = await planned(
    one([
      {
        stepId: 'begin',
        successCriteria: ok,
        onSuccess: [action('on', 'goto', { stepId: 'look' })],
      },
      { stepId: 'wake', successCriteria: ok },
      { stepId: 'look', successCriteria: ok, onFailure: [again] },
    ]),
  );
  expect(uncovered).toEqual([]);
  expect(coverage.states.covered).toBe(coverage.states.total);
});

test('and has one where the workflow comes to it as well', async () => {
  const again = action('again', 'retry', { stepId: 'wake', if: '$statusCode == 503' });
  const { paths } = await planned(
    one([
      { stepId: 'wake', successCriteria: ok },
      { stepId: 'look', successCriteria: ok, onFailure: [again] },
    ]),
  );
  expect(paths.map(({ name }) => name)).toContain('wake 400 → failed');
});

test('what catches other statuses does not count where the actions name them all', async () => {
  const status = '$response.body#/status';
  const { uncovered } = await planned(
    one([
      {
        stepId: 'poll',
        successCriteria: [simple(`${status} == 'READY' || ${status} == 'BUSY'`)],
        onSuccess: [
          action('ready', 'end', { if: `${status} == 'READY'` }),
          action('busy', 'goto', { stepId: 'poll', if: `${status} == 'BUSY'` }),
        ],
      },
    ]),
  );
  expect(uncovered.filter(({ what }) => what.startsWith('transition'))).toEqual([]);
});

test('a receipt that always succeeds has no failures but silence', async () => {
  const { uncovered } = await planned(
    one([
      {
        stepId: 'hear',
        channelPath: '{$sourceDescriptions.api.url}#/channels/a',
        action: 'receive',
        timeout: 5,
        onFailure: [action('silence', 'end')],
      },
    ]),
    {
      document: {
        arazzo: '1.1.0',
        sourceDescriptions: [{ name: 'api', url: './a.yaml', type: 'asyncapi' }],
      },
    },
  );
  expect(uncovered).toEqual([]);
});

test('silence that is retried goes on when the retry is used up', async () => {
  const again = action('again', 'retry', { retryLimit: 1, retryAfter: 1 });
  const step = { channelPath: '{$sourceDescriptions.api.url}#/channels/a', timeout: 5 };
  const { uncovered } = await planned(
    one([{ stepId: 'hear', ...step, action: 'receive', onFailure: [again] }]),
    {
      document: {
        arazzo: '1.1.0',
        sourceDescriptions: [{ name: 'api', url: './a.yaml', type: 'asyncapi' }],
      },
    },
  );
  expect(uncovered).toEqual([]);
});

test('inputs that nothing could be found for are said to be missing', async () => {
  const id = { type: 'string', pattern: '^(a+)+$', minLength: 100_000 };
  const inputs = { type: 'object', required: ['id'], properties: { id } };
  const { uncovered } = await planned(
    one([{ stepId: 'a', successCriteria: ok }], { inputs }),
  );
  const [missed] = uncovered.filter(({ what }) => what.endsWith('→ a'));
  expect(missed?.why).toContain('--cases');
});
