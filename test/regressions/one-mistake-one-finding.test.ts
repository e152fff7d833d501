import { expect, test } from 'vitest';

import { findingsOf } from '../arazzo-import/support/import-text.ts';
import { workflowText } from '../machines/support/workflow-text.ts';
import type { WorkflowParts } from '../machines/support/workflow-text.ts';

/** Where the errors of a document are. */
async function errorsIn(parts: WorkflowParts): Promise<readonly string[]> {
  const findings = await findingsOf(workflowText(parts));
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);
}

const step = '/workflows/0/steps/0';

test('a step that names nothing to call is told so once', async () => {
  const errors = await errorsIn({ steps: [{ stepId: 'a', operationId: undefined }] });
  expect(errors).toEqual([`MISSING_FIELD ${step}/operationId`]);
});

test.each([
  ['no place', {}, 'MISSING_FIELD'],
  ['a place of another standard', { in: 'body' }, 'INVALID_VALUE'],
])('a parameter with %s is told so once', async (_what, place, code) => {
  const parameters = [{ name: 'p', value: 1, ...place }];
  const errors = await errorsIn({ steps: [{ stepId: 'a', parameters }] });
  expect(errors).toEqual([`${code} ${step}/parameters/0/in`]);
});

test('a parameter of the workflow without a place is told so at its own', async () => {
  const parameters = [{ name: 'p', value: 1 }];
  const errors = await errorsIn({ parameters, steps: [{ stepId: 'a' }] });
  expect(errors).toEqual(['MISSING_FIELD /workflows/0/parameters/0']);
});

test('inputs that refer to a component that is not there are told so once', async () => {
  const inputs = { $ref: '#/components/inputs/nope' };
  const errors = await errorsIn({ inputs, steps: [{ stepId: 'a' }] });
  expect(errors).toEqual(['UNKNOWN_COMPONENT /workflows/0/inputs/$ref']);
});
