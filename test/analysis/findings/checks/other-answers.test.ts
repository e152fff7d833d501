import { expect, test } from 'vitest';
import { find, placesOf } from '../support/find.ts';
import { end, step, success } from '../support/step.ts';

const sourceDescriptions = [
  { name: 'api', url: './api.yaml', type: 'openapi' },
  { name: 'events', url: './events.yaml', type: 'asyncapi' },
];
const channelPath = '{$sourceDescriptions.events.url}#/channels/done';
const waiting = (rest: object) => ({
  stepId: 'wait',
  channelPath,
  action: 'receive',
  ...rest,
});
const calling = (rest: object) =>
  step('call', { operationId: '$sourceDescriptions.api.call', ...rest });

async function answersIn(only: object): Promise<readonly string[]> {
  const document = { arazzo: '1.1.0', sourceDescriptions };
  const found = placesOf(await find([only], { document }));
  return found.filter((place) => place.startsWith('UNKNOWN_RESPONSE_MEMBER'));
}

test('a message has no status code and no response', async () => {
  const rest = { outputs: { a: '$response.body#/id' }, ...success('$statusCode == 200') };

  expect(await answersIn(waiting(rest))).toEqual([
    'UNKNOWN_RESPONSE_MEMBER /steps/0/successCriteria/0/condition',
    'UNKNOWN_RESPONSE_MEMBER /steps/0/outputs/a',
  ]);
});

test('a response is no message', async () => {
  const onSuccess = [end('done', "$message.payload#/s == 'A'")];

  expect(await answersIn(calling({ onSuccess }))).toEqual([
    'UNKNOWN_RESPONSE_MEMBER /steps/0/onSuccess/0/criteria/0/condition',
  ]);
});

test('each has its own, and what all steps have may be for others', async () => {
  const own = { outputs: { a: '$message.payload#/id' } };

  expect(
    await answersIn(waiting({ ...own, ...success("$message.header.a == 'b'") })),
  ).toEqual([]);
  expect(await answersIn(calling(success('$statusCode == 200')))).toEqual([]);
});
