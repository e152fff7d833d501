import { expect, test } from 'vitest';
import type { Json } from '../../../src/index.ts';
import { workflowText } from '../../machines/support/workflow-text.ts';
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
