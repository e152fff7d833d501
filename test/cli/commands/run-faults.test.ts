import { describe, expect, test } from 'vitest';
import { provision, startExport } from '../support/examples.ts';
import { runJson } from '../support/run-cli.ts';

const operations = {
  provision: [
    'CreateFHIRDatastore',
    'DescribeFHIRDatastore',
    'StartFHIRExportJob',
    'DescribeFHIRExportJob',
  ],
  startExport: ['StartFHIRExportJob', 'DescribeFHIRExportJob', 'ListFHIRExportJobs'],
};

const calls = [
  ...operations.provision.map((operation) => ({ operation, example: provision })),
  ...operations.startExport.map((operation) => ({ operation, example: startExport })),
];

describe.each(['throttle', '500', 'reset'])('after one %s', (fault) => {
  test.each(calls)(
    '$operation completes all the same',
    async ({ operation, example }) => {
      const { code, report } = await runJson([
        ...example,
        '--fault',
        `${operation}=${fault}`,
      ]);

      expect(code).toBe(0);
      expect(report.outputs['jobStatus']).toBe('COMPLETED');
      const disturbed = report.steps.filter(({ requests }) => requests > 1);
      expect(disturbed.map((step) => step.operation)).toEqual([operation]);
    },
  );
});

test('an answer that is lost for good may have created something, and that is said', async () => {
  const { code, report } = await runJson([
    ...provision,
    '--fault',
    'CreateFHIRDatastore#1-9=lost',
  ]);

  expect(code).toBe(1);
  expect(report.failure).toMatchObject({
    kind: 'no-answer',
    leftBehind: [{ operationId: 'CreateFHIRDatastore', resource: 'data store' }],
  });
});
