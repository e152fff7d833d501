import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../../../src/index.ts';
import { createHealthLakeService } from '../../../../src/services/index.ts';
import { planPaths, runPaths } from '../../../../src/testing/index.ts';
import type { PathOptions, WorkflowReport } from '../../../../src/testing/index.ts';
import { documentText } from '../../../machines/support/document-text.ts';
import type { WorkflowFields } from '../../../machines/support/document-text.ts';

/** The paths of the first workflow of a document, run against the simulator. */
async function simulated(
  source: string,
  options: PathOptions = {},
): Promise<WorkflowReport> {
  const workflow = (await importArazzo(source)).workflow();
  const services = createHealthLakeService({ region: 'us-east-1' });
  const machine = workflow.machine({ services });
  return runPaths(machine, planPaths(machine, options), { against: 'simulator' });
}

function example(name: string): string {
  return `examples/healthlake/${name}.arazzo.yaml`;
}

function resultsOf({ paths }: WorkflowReport): readonly string[] {
  return [...new Set(paths.map(({ result }) => result))];
}

const look: WorkflowFields['steps'][number] = {
  stepId: 'look',
  operationId: 'DescribeFHIRDatastore',
  requestBody: { payload: { DatastoreId: '$inputs.id' } },
  successCriteria: [{ condition: '$statusCode == 200' }],
};

const inputs = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string' } },
};

function looking(step: object): string {
  return documentText([{ workflowId: 'test', inputs, steps: [{ ...look, ...step }] }]);
}

describe('paths against the simulator', () => {
  test.each(['provision-datastore-and-export', 'start-export-poll-and-list'])(
    'of %s are all reached and cover everything',
    async (name) => {
      const report = await simulated(example(name));
      expect(resultsOf(report)).toEqual(['passed']);
      expect(report.uncovered).toEqual([]);
    },
  );

  test('have inputs and outputs of a HealthLake', async () => {
    const { paths } = await simulated(example('start-export-poll-and-list'));
    const path = paths.find(({ end }) => end === 'completed');
    expect(path?.inputs.values).toMatchObject({
      OutputS3Uri: expect.stringMatching(/^s3:/u),
      DataAccessRoleArn: expect.stringMatching(/^arn:aws:iam:/u),
    });
    expect(path?.outputs).toMatchObject({
      jobId: expect.stringMatching(/^[\da-f]{32}$/u),
      jobStatus: 'COMPLETED',
    });
  });

  test('are skipped when the simulator cannot be driven into them, with the reason', async () => {
    const name = example('start-export-poll-and-list');
    const { paths } = await simulated(name, { select: 'simple' });
    const skipped = paths.filter(({ result }) => result === 'skipped');
    expect(paths.filter(({ result }) => result === 'failed')).toEqual([]);
    expect(skipped.length).toBeGreaterThan(0);
    for (const path of skipped) {
      expect(path.name).toContain('broken');
      expect(path.reason).toEqual(expect.any(String));
    }
  });

  test('fail when HealthLake refuses a request, and say why', async () => {
    const payload = { DatastoreId: 'x'.repeat(33) };
    const { paths } = await simulated(looking({ requestBody: { payload } }));
    const message = expect.stringContaining('ValidationException') as string;
    expect(paths.find(({ end }) => end === 'completed')).toMatchObject({
      result: 'failed',
      problems: [{ kind: 'request', event: 0, stepId: 'look', message }],
    });
  });

  test('find the data stores that their workflow expects to be there', async () => {
    expect(resultsOf(await simulated(looking({})))).toEqual(['passed']);
  });

  test('are skipped when they want a status that HealthLake does not answer', async () => {
    const onFailure = [
      { name: 'odd', type: 'end', criteria: [{ condition: '$statusCode == 480' }] },
    ];
    const { paths } = await simulated(looking({ onFailure }));
    const [skipped] = paths.filter(({ result }) => result === 'skipped');
    expect(skipped?.name).toBe('look 480 → ended');
    expect(skipped?.reason).toContain('does not answer 480');
  });

  test('say when one status has stood for another', async () => {
    const criteria = [{ condition: '$statusCode > 400' }];
    const onFailure = [{ name: 'late', type: 'end', criteria }];
    const report = await simulated(looking({ onFailure }));
    expect(resultsOf(report)).toEqual(['passed']);
    expect(report.remarks).toContainEqual(
      expect.stringMatching(/not answer with the status 401: 403 stands/u),
    );
  });

  test('of sources that are no HealthLake are refused', async () => {
    const source = documentText([{ workflowId: 'test', steps: [{ stepId: 'addPet' }] }]);
    await expect(simulated(source)).rejects.toMatchObject({ code: 'NOTHING_TO_CALL' });
  });
});
