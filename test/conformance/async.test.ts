import { expect } from 'vitest';
import { indexAsyncApi } from '../../src/asyncapi/index.ts';
import { parseExpression } from '../../src/expressions/index.ts';
import type { DocumentFields, Fields } from './support/document.ts';
import { inVersion } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const at = '/workflows/0/steps/0';
const { errors, findings, model } = inVersion('1.1.0');
const events = { name: 'ev', url: './events.yaml', type: 'asyncapi' };
const channelPath = '{$sourceDescriptions.ev.url}#/channels/orders';
const receive = { stepId: 'one', channelPath, action: 'receive' };

/** A workflow with one step, at an AsyncAPI source. */
function withStep(step: Fields): DocumentFields {
  return { sourceDescriptions: [events], steps: [step] };
}

/** The findings at a field of the only step. */
async function found(step: Fields, field: string): Promise<readonly string[]> {
  const all = await findings(withStep(step));
  return all.filter((finding) => finding.includes(` ${at}/${field}`));
}

requirement(
  'B-SRC-01 a source of Arazzo 1.1 may be AsyncAPI, one of 1.0 not',
  async () => {
    const document = { sourceDescriptions: [events], steps: [] };
    const place = '/sourceDescriptions/0/type';
    expect((await errors(document)).filter((error) => error.includes(place))).toEqual([]);
    expect(await inVersion('1.0.1').errors(document)).toContain(`INVALID_VALUE ${place}`);
  },
);

requirement('B-SRC-02 AsyncAPI 3 is read, AsyncAPI 2 is told as unsupported', () => {
  expect(indexAsyncApi({ asyncapi: '3.0.0' })).toMatchObject({ kind: 'asyncapi' });
  const unsupported = { kind: 'unsupported', version: '2.6.0' };
  expect(indexAsyncApi({ asyncapi: '2.6.0' })).toEqual(unsupported);
});

requirement('B-STEP-01 a step has one kind of target', async () => {
  const conflict = async (step: Fields, field: string): Promise<void> => {
    const finding = `error CONFLICTING_FIELDS ${at}/${field}`;
    expect(await found({ ...step, stepId: 'one' }, field)).toContain(finding);
  };
  await conflict({ channelPath, operationId: 'a', action: 'send' }, 'channelPath');
  await conflict({ channelPath, workflowId: 'main', action: 'send' }, 'channelPath');
  await conflict({ workflowId: 'main', action: 'send' }, 'action');
  await conflict({ workflowId: 'main', operationId: 'a' }, 'workflowId');
});

requirement('B-STEP-02 a channelPath names a source and a place in it', async () => {
  const { document } = await model(withStep(receive));
  expect(document?.workflows[0]?.steps[0]).toMatchObject({ channelPath });
  const index = indexAsyncApi({ asyncapi: '3.0.0', channels: { orders: {} } });
  if (index?.kind !== 'asyncapi') throw new Error('no index');
  expect(index.channel('/channels/orders')).toMatchObject({ key: 'orders' });
});

requirement('B-STEP-03 a step at a channel needs an action', async () => {
  const { action: _action, ...step } = receive;
  expect(await found(step, 'action')).toEqual([`error MISSING_FIELD ${at}/action`]);
});

requirement('B-STEP-04 an action is send or receive', async () => {
  for (const action of ['send', 'receive'])
    expect(await found({ ...receive, action }, 'action')).toEqual([]);
  for (const action of ['invalid', 'publish', 1])
    expect(await found({ ...receive, action }, 'action')).toContainEqual(
      expect.stringMatching(/^error /u),
    );
});

requirement('B-STEP-05 a step with an operationId may leave its action out', async () => {
  const step = { stepId: 'one', operationId: '$sourceDescriptions.ev.placeOrder' };
  expect(await found(step, 'action')).toEqual([]);
});

requirement('B-STEP-08 only what is received has a correlation id', async () => {
  const step = { ...receive, correlationId: 'a' };
  expect(await found(step, 'correlationId')).toEqual([]);
  expect(await found({ ...step, action: 'send' }, 'correlationId')).toEqual([
    `error CONFLICTING_FIELDS ${at}/correlationId`,
  ]);
});

requirement('B-STEP-12 a timeout is a whole number of milliseconds', async () => {
  const { document } = await model(withStep({ ...receive, timeout: 6000 }));
  expect(document?.workflows[0]?.steps[0]).toMatchObject({ timeout: 6000 });
  for (const timeout of [1.5, '6s'])
    expect(await found({ ...receive, timeout }, 'timeout')).toEqual([
      expect.stringMatching(/^error /u),
    ]);
});

requirement('B-STEP-14 a parameter of a message says where it goes', async () => {
  const parameters = [{ name: 'requestId', value: 'a' }];
  expect(await found({ ...receive, parameters }, 'parameters/0')).toEqual([
    expect.stringMatching(/^error MISSING_FIELD /u),
  ]);
});

requirement('B-STEP-16 a list of success criteria is not empty', async () => {
  expect(await found({ ...receive, successCriteria: [] }, 'successCriteria')).toEqual([
    expect.stringMatching(/^error /u),
  ]);
});

requirement('B-DEP-02 a step is depended on in one of three forms', async () => {
  const forms = [
    'a',
    '$workflows.main.steps.a',
    '$sourceDescriptions.other.main.steps.a',
  ];
  for (const form of forms)
    expect(await found({ ...receive, dependsOn: [form] }, 'dependsOn/0')).not.toContain(
      `error INVALID_VALUE ${at}/dependsOn/0`,
    );
  expect(await found({ ...receive, dependsOn: ['$steps.a'] }, 'dependsOn/0')).not.toEqual(
    [],
  );
});

requirement(
  'B-DEP-03 a list of dependencies is neither empty nor repeats itself',
  async () => {
    expect(await found({ ...receive, dependsOn: [] }, 'dependsOn')).toContainEqual(
      expect.stringMatching(/^error /u),
    );
    expect(await found({ ...receive, dependsOn: ['a', 'a'] }, 'dependsOn/1')).toContain(
      `error DUPLICATE_NAME ${at}/dependsOn/1`,
    );
  },
);

requirement('B-EXPR-01 expressions name headers and the payload of a message', () => {
  const kind = 'message';
  const value = (text: string): unknown => {
    const parsed = parseExpression(text);
    return parsed.ok ? parsed.value : parsed.error;
  };
  expect(value('$message.header.id')).toMatchObject({ kind, part: 'header', name: 'id' });
  const payload = { kind, part: 'payload', path: [] };
  expect(value('$message.payload')).toMatchObject({ ...payload, pointer: [] });
  expect(value('$message.payload#/a/b')).toMatchObject({
    ...payload,
    pointer: ['a', 'b'],
  });
});
