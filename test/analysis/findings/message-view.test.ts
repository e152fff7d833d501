import { describe, expect, test } from 'vitest';
import { find, placesOf } from './support/find.ts';
import { end } from './support/step.ts';

const message = (payload: object) => ({ contentType: 'application/json', payload });
const status = { type: 'string', enum: ['SHIPPED', 'LOST'] };
const shipped = message({ type: 'object', properties: { status } });
const at = "$message.payload#/status == '";

/** What is found in a step that waits for one of these messages. */
async function found(step: object, ...messages: object[]): Promise<readonly string[]> {
  const described = {
    asyncapi: '3.0.0',
    info: { title: 'Orders', version: '1' },
    channels: {
      done: { address: 'done', messages: Object.fromEntries(messages.entries()) },
    },
  };
  const channelPath = '{$sourceDescriptions.api.url}#/channels/done';
  const receive = { channelPath, action: 'receive', timeout: 5000 };
  const document = {
    arazzo: '1.1.0',
    sourceDescriptions: [{ name: 'api', url: './api.yaml', type: 'asyncapi' }],
  };
  const workflow = { outputs: { a: '$steps.wait.outputs.a' } };
  const steps = [
    { stepId: 'wait', ...receive, outputs: { a: '$message.payload' }, ...step },
  ];
  return placesOf(
    await find(steps, { api: JSON.stringify(described), document, workflow }),
  );
}
const withCondition = (criterion: object) => ({ successCriteria: [criterion] });

describe('messages that are described', () => {
  test('have these members: in outputs, conditions and queries', async () => {
    const query = {
      context: '$message.payload',
      type: 'jsonpath',
      condition: "$[?@.statuss == 'SHIPPED']",
    };
    const simple = { condition: "$message.payload#/statuss == 'SHIPPED'" };

    expect(await found({ outputs: { a: '$message.payload#/statuss' } }, shipped)).toEqual(
      ['UNKNOWN_RESPONSE_MEMBER /steps/0/outputs/a'],
    );
    for (const criterion of [query, simple])
      expect(await found(withCondition(criterion), shipped)).toEqual([
        'UNKNOWN_RESPONSE_MEMBER /steps/0/successCriteria/0/condition',
      ]);
  });

  test('have these values', async () => {
    expect(await found(withCondition({ condition: `${at}SHIPED'` }), shipped)).toEqual([
      'CRITERION_NEVER_HOLDS /steps/0/successCriteria/0/condition',
    ]);
    expect(
      await found({ onSuccess: [end('over', `${at}LOST'`)] }, shipped),
    ).toContainEqual(expect.stringContaining('UNHANDLED_STATUS'));
  });

  test('are fine as they are described', async () => {
    const step = withCondition({ condition: `${at}SHIPPED'` });

    expect(await found(step, shipped)).toEqual([]);
  });
});

describe('nothing is known', () => {
  const odd = withCondition({ condition: "$message.payload#/other == 'X'" });

  test('when one of the messages may have the member, or may be anything', async () => {
    const other = message({ type: 'object', properties: { other: { type: 'string' } } });

    expect(await found(odd, shipped, other)).toEqual([]);
    expect(await found(odd, shipped, { contentType: 'application/json' })).toEqual([]);
    expect(await found(odd, shipped, { ...shipped, contentType: 'text/xml' })).toEqual(
      [],
    );
  });
});
