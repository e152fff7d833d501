import { expect, test } from 'vitest';
import type { Json } from '../../../src/index.ts';
import { action, workflowText } from '../../machines/support/workflow-text.ts';
import type { WorkflowParts } from '../../machines/support/workflow-text.ts';
import { findingsOf } from '../support/import-text.ts';

const steps = '/workflows/0/steps/0';
const selector = { context: '$response.body', selector: '$.a', type: 'jsonpath' };

/** A document whose first step is given, and has another step after it. */
function withStep(step: object, arazzo = '1.0.1'): WorkflowParts {
  return { arazzo, steps: [{ stepId: 'a', ...step }, { stepId: 'b' }] };
}

function withBody(body: Json, arazzo?: string): WorkflowParts {
  return withStep({ requestBody: body }, arazzo);
}

const cases: readonly [code: string, path: string, parts: WorkflowParts][] = [
  ['UNSUPPORTED_WORKFLOW_STEP', `${steps}/workflowId`, withStep({ workflowId: 'test' })],
  [
    'UNSUPPORTED_WORKFLOW_TARGET',
    `${steps}/onSuccess/0/workflowId`,
    withStep({ onSuccess: [action('x', 'goto', { workflowId: 'test' })] }),
  ],
  [
    'UNSUPPORTED_WORKFLOW_TARGET',
    `${steps}/onFailure/0/workflowId`,
    withStep({ onFailure: [action('x', 'retry', { workflowId: 'test' })] }),
  ],
  [
    'UNSUPPORTED_RETRY_TARGET',
    `${steps}/onFailure/0/stepId`,
    withStep({ onFailure: [action('x', 'retry', { stepId: 'b' })] }),
  ],
  [
    'UNSUPPORTED_DEPENDS_ON',
    '/workflows/0/dependsOn',
    { ...withStep({}), dependsOn: ['test'] },
  ],
  [
    'UNSUPPORTED_DEPENDS_ON',
    `${steps}/dependsOn`,
    withStep({ dependsOn: ['b'] }, '1.1.0'),
  ],
  [
    'UNSUPPORTED_CHANNEL',
    `${steps}/channelPath`,
    withStep(
      { channelPath: '{$sourceDescriptions.api.url}#/channels/x', action: 'send' },
      '1.1.0',
    ),
  ],
  [
    'UNSUPPORTED_PARAMETER_LOCATION',
    `${steps}/parameters/0/in`,
    withStep({ parameters: [{ name: 'q', in: 'querystring', value: 'a=1' }] }, '1.1.0'),
  ],
  [
    'UNSUPPORTED_REPLACEMENT',
    `${steps}/requestBody/replacements/0/target`,
    withBody({
      contentType: 'application/xml',
      payload: '<o/>',
      replacements: [{ target: '/o', value: 1 }],
    }),
  ],
  [
    'UNSUPPORTED_REPLACEMENT',
    `${steps}/requestBody/replacements/0/target`,
    withBody(
      {
        payload: {},
        replacements: [{ target: '$.a', targetSelectorType: 'jsonpath', value: 1 }],
      },
      '1.1.0',
    ),
  ],
  [
    'UNSUPPORTED_SELECTOR',
    `${steps}/outputs/x`,
    withStep({ outputs: { x: selector } }, '1.1.0'),
  ],
  [
    'UNSUPPORTED_SELECTOR',
    `${steps}/parameters/0/value`,
    withStep({ parameters: [{ name: 'q', in: 'query', value: selector }] }, '1.1.0'),
  ],
  [
    'UNSUPPORTED_SELECTOR',
    `${steps}/requestBody/payload/deep/0`,
    withBody({ payload: { deep: [selector] } }, '1.1.0'),
  ],
  [
    'UNSUPPORTED_XPATH',
    `${steps}/successCriteria/0/condition`,
    withStep({
      successCriteria: [{ context: '$response.body', type: 'xpath', condition: '//a' }],
    }),
  ],
  [
    'UNSUPPORTED_JSONPATH_VERSION',
    `${steps}/successCriteria/0/condition`,
    withStep({
      successCriteria: [
        {
          context: '$response.body',
          type: { type: 'jsonpath', version: 'draft-goessner-dispatch-jsonpath-00' },
          condition: '$..a',
        },
      ],
    }),
  ],
];

test.each(cases)('%s is an error at %s', async (code, path, parts) => {
  const findings = await findingsOf(workflowText(parts));
  expect(findings).toContainEqual(
    expect.objectContaining({ code, path, severity: 'error' }),
  );
});

test('an object that looks like a selector is a literal in 1.0 (B-SEL-05)', async () => {
  const text = workflowText(withBody({ payload: { deep: [selector] } }));
  expect(await findingsOf(text)).toEqual([]);
});

test('a workflow that can be converted is not hindered by one that cannot', async () => {
  const { importArazzo } = await import('../../../src/index.ts');
  const document = JSON.parse(workflowText({ steps: [{ stepId: 'a' }] })) as {
    workflows: object[];
  };
  document.workflows.push({
    workflowId: 'other',
    steps: [{ stepId: 's', workflowId: 'test' }],
  });
  const arazzo = await importArazzo(JSON.stringify(document));
  expect(arazzo.workflows.map(({ workflowId }) => workflowId)).toEqual(['test']);
  expect(() => arazzo.workflow('other')).toThrow(/other|cannot/);
});
