import { expect, test } from 'vitest';
import { importDocument } from '../../src/arazzo-import/index.ts';
import { planTargets } from '../../src/cli/run/targets/plan-targets.ts';
import { workflowText } from '../machines/support/workflow-text.ts';

/** What the command line says about the sources of a workflow with one call. */
async function findingsFor(operationId: string): Promise<readonly object[]> {
  const text = workflowText({ steps: [{ stepId: 'a', operationId }] });
  const imported = await importDocument(text);
  const [workflow] = imported.workflows;
  if (workflow === undefined) throw new Error('no workflow');
  const planned = planTargets(imported, workflow, {}, new Map());
  return 'diagnostics' in planned ? planned.diagnostics : [];
}

test('the command line says which source it cannot call', async () => {
  expect(await findingsFor('listPets')).toMatchObject([
    { code: 'UNSUPPORTED_SERVICE', severity: 'error', path: '/sourceDescriptions/0' },
  ]);
  expect(await findingsFor('CreateFHIRDatastore')).toEqual([]);
});
