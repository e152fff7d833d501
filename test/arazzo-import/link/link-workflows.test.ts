import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../../src/index.ts';
import type { ImportOptions } from '../../../src/index.ts';
import { documentText } from '../../machines/support/document-text.ts';
import type { WorkflowFields } from '../../machines/support/document-text.ts';
import { action } from '../../machines/support/workflow-text.ts';
import { findingsOf, hintsOf } from '../support/import-text.ts';

const auth = documentText([
  {
    workflowId: 'login',
    inputs: { type: 'object', properties: { user: {} }, additionalProperties: false },
    steps: [{ stepId: 'post' }],
  },
]);
const options: ImportOptions = {
  read: async (url) => {
    if (url === 'auth.arazzo.json') return { text: auth, uri: url };
    throw new Error(`${url} does not exist.`);
  },
};
const sources = [
  { name: 'api', url: 'api.yaml', type: 'openapi' },
  { name: 'auth', url: 'auth.arazzo.json', type: 'arazzo' },
];

function text(workflows: readonly WorkflowFields[], arazzo = '1.1.0'): string {
  return documentText(workflows, { sourceDescriptions: sources, arazzo });
}

/** The findings but those about the API description, which is not there. */
async function findings(workflows: readonly WorkflowFields[], arazzo?: string) {
  const found = await findingsOf(text(workflows, arazzo), options);
  return found.filter(({ code }) => code !== 'UNREADABLE_SOURCE');
}

function calling(workflowId: string, step: object = {}): readonly WorkflowFields[] {
  return [
    { workflowId: 'main', steps: [{ stepId: 'a', workflowId, ...step }] },
    { workflowId: 'local', steps: [{ stepId: 'x' }] },
  ];
}

describe('a workflow that is named', () => {
  test.each(['local', '$sourceDescriptions.auth.login'])('%s is found', async (id) => {
    expect(await findings(calling(id))).toEqual([]);
  });

  test.each([
    ['lokal', 'Did you mean "local"?'],
    ['login', 'Write "$sourceDescriptions.auth.login".'],
    ['$sourceDescriptions.auth.logon', 'Did you mean "login"?'],
  ])('%s is not (A-STEP-18, C-44)', async (id, hint) => {
    expect(await findings(calling(id))).toMatchObject([
      {
        code: 'UNKNOWN_WORKFLOW',
        severity: 'error',
        path: '/workflows/0/steps/0/workflowId',
      },
    ]);
    expect(await hintsOf(text(calling(id)), options)).toContain(hint);
  });

  test('an API description has none', async () => {
    expect(await findings(calling('$sourceDescriptions.api.login'))).toMatchObject([
      { code: 'WRONG_SOURCE_TYPE', severity: 'error' },
    ]);
  });

  test('an old way to write it is understood (C-32)', async () => {
    const id = '$sourceDescriptions.auth.workflows.login';
    expect(await findings(calling(id))).toMatchObject([
      { code: 'UNUSUAL_SOURCE_REFERENCE', severity: 'warning' },
    ]);
  });

  test('an input that it does not have is told', async () => {
    const parameters = [{ name: 'usr', value: 1 }];
    const id = '$sourceDescriptions.auth.login';
    expect(await findings(calling(id, { parameters }))).toMatchObject([
      { code: 'UNKNOWN_INPUT', path: '/workflows/0/steps/0/parameters/0/name' },
    ]);
  });

  test('an error in it is an error of those who call it, and of nobody else', async () => {
    const arazzo = await importArazzo(
      text([
        { workflowId: 'main', steps: [{ stepId: 'a', workflowId: 'broken' }] },
        {
          workflowId: 'broken',
          steps: [{ stepId: 'x', onSuccess: [action('go', 'goto', { stepId: 'gone' })] }],
        },
        { workflowId: 'fine', steps: [{ stepId: 'x' }] },
      ]),
      options,
    );
    expect(() => arazzo.workflow('main')).toThrow('gone');
    expect(arazzo.workflow('fine').workflowId).toBe('fine');
  });
});

describe('circles', () => {
  test('workflows that depend on each other could never begin (A-WF-12)', async () => {
    const found = await findings([
      { workflowId: 'a', dependsOn: ['b'], steps: [{ stepId: 'x' }] },
      { workflowId: 'b', dependsOn: ['a'], steps: [{ stepId: 'x' }] },
    ]);
    expect(found).toMatchObject([
      { code: 'DEPENDENCY_CYCLE', severity: 'error', path: '/workflows/0/dependsOn' },
      { code: 'DEPENDENCY_CYCLE', severity: 'error', path: '/workflows/1/dependsOn' },
    ]);
  });

  test('a workflow that depends on itself could not either', async () => {
    expect(
      await findings([{ workflowId: 'a', dependsOn: ['a'], steps: [{ stepId: 'x' }] }]),
    ).toMatchObject([{ code: 'DEPENDENCY_CYCLE' }]);
  });

  test('workflows that call each other are told (A-STEP-19)', async () => {
    const found = await findings([
      { workflowId: 'a', steps: [{ stepId: 'x', workflowId: 'b' }] },
      { workflowId: 'b', steps: [{ stepId: 'y', workflowId: 'a' }] },
    ]);
    expect(found).toMatchObject([
      { code: 'RECURSIVE_WORKFLOW', severity: 'warning', path: '/workflows/0' },
      { code: 'RECURSIVE_WORKFLOW', severity: 'warning', path: '/workflows/1' },
    ]);
  });
});

async function order(steps: WorkflowFields['steps']) {
  const arazzo = await importArazzo(text([{ workflowId: 'w', steps }]), options);
  return Object.keys(arazzo.workflow().config.states).slice(0, steps.length);
}

describe('steps that depend on others (B-DEP)', () => {
  const reading = {
    stepId: 'b',
    parameters: [{ name: 'q', in: 'query', value: '$steps.a.outputs.x' }],
  };
  const read = { stepId: 'a', outputs: { x: '$response.body' } };

  test('come after them (B-DEP-05)', async () => {
    expect(
      await order([{ ...reading, dependsOn: ['c'] }, { stepId: 'c' }, read]),
    ).toEqual(['c', 'a', 'b']);
  });

  test('by a circle could never run (B-DEP-07)', async () => {
    const steps = [
      { stepId: 'a', dependsOn: ['b'] },
      { stepId: 'b', dependsOn: ['a'] },
    ];
    expect(await findings([{ workflowId: 'w', steps }])).toMatchObject([
      { code: 'DEPENDENCY_CYCLE', severity: 'error' },
    ]);
  });

  test('that are not there are an error', async () => {
    const steps = [{ stepId: 'a', dependsOn: ['gone'] }, { stepId: 'b' }];
    expect(await findings([{ workflowId: 'w', steps }])).toMatchObject([
      {
        code: 'UNKNOWN_STEP',
        severity: 'error',
        path: '/workflows/0/steps/0/dependsOn/0',
      },
    ]);
  });

  test('reading the output of a later step is an error (B-DEP-06)', async () => {
    const steps = [reading, read];
    expect(await findings([{ workflowId: 'w', steps }])).toMatchObject([
      { code: 'FORWARD_REFERENCE', severity: 'error', path: '/workflows/0/steps/0' },
    ]);
  });

  test('but not when an action leads back (A-SACT-07)', async () => {
    const back = {
      ...read,
      onSuccess: [action('back', 'goto', { stepId: 'b', if: '$statusCode == 202' })],
    };
    expect(await findings([{ workflowId: 'w', steps: [reading, back] }])).toEqual([]);
  });
});

function channelText(step: object, url = 'events.json'): string {
  return documentText([{ workflowId: 'w', steps: [{ stepId: 'a', ...step }] }], {
    arazzo: '1.1.0',
    sourceDescriptions: [{ name: 'ev', url, type: 'asyncapi' }],
  });
}

describe('channels', () => {
  const asyncapi = JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: 'Events', version: '1' },
    channels: { orders: { address: 'orders' } },
    operations: {
      onOrder: { action: 'receive', channel: { $ref: '#/channels/orders' } },
    },
  });
  const events: ImportOptions = {
    read: async (url) => ({
      text: url === 'old.json' ? '{"asyncapi":"2.6.0"}' : asyncapi,
      uri: url,
    }),
  };

  test('are found by their path and by operationId (B-STEP-02)', async () => {
    const channelPath = '{$sourceDescriptions.ev.url}#/channels/orders';
    expect(
      await findingsOf(channelText({ channelPath, action: 'send' }), events),
    ).toEqual([]);
    expect(await findingsOf(channelText({ operationId: 'onOrder' }), events)).toEqual([]);
  });

  test.each([
    [
      'UNKNOWN_CHANNEL',
      { channelPath: '{$sourceDescriptions.ev.url}#/channels/order', action: 'send' },
    ],
    ['UNKNOWN_OPERATION', { operationId: '$sourceDescriptions.ev.onOrders' }],
  ])('%s says that one is not there', async (code, step) => {
    expect(await findingsOf(channelText(step), events)).toMatchObject([
      { code, severity: 'error' },
    ]);
  });

  test('of AsyncAPI 2 are taken as they are named (B-SRC-02)', async () => {
    const channelPath = '{$sourceDescriptions.ev.url}#/channels/orders';
    expect(
      await findingsOf(channelText({ channelPath, action: 'send' }, 'old.json'), events),
    ).toMatchObject([{ code: 'UNSUPPORTED_ASYNCAPI_VERSION', severity: 'warning' }]);
  });
});
