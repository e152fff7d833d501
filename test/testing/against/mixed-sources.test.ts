import { expect, test } from 'vitest';
import { importArazzo } from '../../../src/index.ts';
import { planPaths, runPaths } from '../../../src/testing/index.ts';
import type { Against, WorkflowReport } from '../../../src/testing/index.ts';
import { documentText } from '../../machines/support/document-text.ts';
import { petsApi } from './support/pets-api.ts';

const sourceDescriptions = [
  { name: 'api', url: './api.yaml', type: 'openapi' },
  { name: 'healthLake', url: './none.yaml', type: 'openapi' },
];
const steps = [
  { stepId: 'addPet', operationId: '$sourceDescriptions.api.addPet' },
  {
    stepId: 'look',
    operationId: '$sourceDescriptions.healthLake.DescribeFHIRDatastore',
    requestBody: { payload: { DatastoreId: 'a-store' } },
  },
];

/** A workflow that calls HealthLake and another API. */
async function run(against: Against): Promise<WorkflowReport> {
  const api = JSON.stringify(petsApi('https://pets.example'));
  const text = documentText([{ workflowId: 'test', steps }], { sourceDescriptions });
  const arazzo = await importArazzo(text, {
    uri: 'file:///a/a.yaml',
    documents: [{ uri: 'file:///a/api.yaml', text: api }],
  });
  const workflow = arazzo.workflow();
  return runPaths(workflow, planPaths(workflow), { against });
}

/** Whether the requests of each step went over HTTP. */
function sent({ paths }: WorkflowReport): readonly unknown[] {
  const path = paths.find(({ end }) => end === 'completed');
  return (path?.requests ?? []).map(({ stepId, url }) => [stepId, url !== undefined]);
}

test.each([
  ['scripted', [false, false]],
  ['http', [true, false]],
  ['simulator', [false, false]],
] as const)(
  'every source of a workflow takes part: %s',
  async (against, [pets, store]) => {
    const report = await run(against);
    expect(report.paths.filter(({ result }) => result !== 'passed')).toEqual([]);
    expect(sent(report)).toEqual([
      ['addPet', pets],
      ['look', store],
    ]);
  },
);

test('sources that stay scripted are named', async () => {
  expect((await run('http')).remarks).toEqual([
    'The source "healthLake" is not called over HTTP: it is called through the AWS SDK.',
  ]);
  expect((await run('simulator')).remarks).toContain(
    'The source "api" is not simulated: the paths reply themselves.',
  );
});
