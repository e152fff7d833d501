import { describe, expect, test } from 'vitest';
import { find, withCode } from '../../support/find.ts';
import type { FindOptions } from '../../support/find.ts';
import {
  apiWith,
  end,
  goto,
  inBody,
  statusSchema,
  step,
  success,
} from '../../support/step.ts';

const status = (value: string): string => `$response.body#/status == '${value}'`;
const done = goto('done', 'next', status('DONE'));
const again = goto('again', 'get', status('PENDING'));

const api = apiWith('get', statusSchema('PENDING', 'DONE', 'FAILED', 'LOST'));
const knowledge = {
  status: {
    pointer: '/status',
    pending: ['PENDING', 'QUEUED'],
    succeeded: ['DONE'],
    failed: ['FAILED'],
  },
};
const service: FindOptions = { knowledgeOf: () => knowledge };

/** What is found in a step with these success actions. */
async function findIn(onSuccess: readonly object[], options: FindOptions, rest = {}) {
  return find([step('get', { onSuccess, ...rest }), step('next')], options);
}

describe('statuses that no action names', () => {
  test('are listed in one finding, by the enumeration of the API', async () => {
    const found = withCode(await findIn([done, again], { api }), 'UNHANDLED_STATUS');

    expect(found).toMatchObject([
      { severity: 'warning', path: '/workflows/0/steps/0/onSuccess' },
    ]);
    expect(found[0]?.message).toContain('FAILED and LOST (the workflow fails)');
  });

  test('are told apart by what the service knows', async () => {
    const [found] = withCode(await findIn([done, again], service), 'UNHANDLED_STATUS');

    expect(found?.message).toContain('QUEUED (polled on');
    expect(found?.message).toContain('FAILED (the workflow fails)');
  });

  test('of a step that does not poll go on as a success', async () => {
    const [found] = withCode(await findIn([done], { api }), 'UNHANDLED_STATUS');

    expect(found?.message).toContain(
      'PENDING, FAILED and LOST (goes on to step "next" as a success)',
    );
  });

  test('are none when the success criteria refuse them', async () => {
    const criteria = success(`${status('DONE')} || ${status('PENDING')}`);
    const found = await findIn([done, again], { api }, criteria);

    expect(withCode(found, 'UNHANDLED_STATUS')).toEqual([]);
  });

  test('are none when an action takes everything else', async () => {
    const found = await findIn([done, again, end('rest')], { api });

    expect(withCode(found, 'UNHANDLED_STATUS')).toEqual([]);
  });

  test('that a poll without criteria repeats for ever are told', async () => {
    const found = await findIn([done, goto('again', 'get')], service);

    expect(withCode(found, 'UNHANDLED_STATUS')[0]?.message).toContain(
      'FAILED ("again" polls on for ever',
    );
  });

  test('are found in JSONPath conditions too', async () => {
    const onSuccess = [
      { ...done, criteria: [inBody('$.status == "DONE"')] },
      { ...again, criteria: [inBody("$[?@.status == 'PENDING']")] },
    ];
    const [found] = withCode(await findIn(onSuccess, { api }), 'UNHANDLED_STATUS');

    expect(found?.message).toContain('FAILED and LOST');
  });
});

describe('a status that an action takes for another one', () => {
  test('is found when actions are swapped', async () => {
    const onSuccess = [
      goto('done', 'next', status('PENDING')),
      goto('again', 'get', status('DONE')),
    ];
    const found = withCode(await findIn(onSuccess, service), 'MISTAKEN_STATUS');

    expect(found.map(({ path }) => path)).toEqual([
      '/workflows/0/steps/0/onSuccess/0',
      '/workflows/0/steps/0/onSuccess/1',
    ]);
  });

  test('is found by its name when nobody knows the API', async () => {
    const onSuccess = [
      goto('done', 'next', status('IN_PROGRESS')),
      goto('again', 'get', status('COMPLETED')),
    ];

    expect(withCode(await findIn(onSuccess, {}), 'MISTAKEN_STATUS')).toHaveLength(2);
    expect(withCode(await findIn(onSuccess, {}), 'UNHANDLED_STATUS')).toEqual([]);
  });

  test('is found when a failure ends the workflow as completed', async () => {
    const found = await findIn([done, again, end('over', status('FAILED'))], service);

    expect(withCode(found, 'MISTAKEN_STATUS')).toMatchObject([{ severity: 'warning' }]);
  });

  test('is not found where all is well', async () => {
    expect(withCode(await findIn([done, again], service), 'MISTAKEN_STATUS')).toEqual([]);
  });
});
