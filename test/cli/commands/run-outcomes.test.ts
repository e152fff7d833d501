import { describe, expect, test } from 'vitest';
import { provision, startExport } from '../support/examples.ts';
import { operationsOf, runCli, runJson } from '../support/run-cli.ts';

describe('a run that completes', () => {
  test('ends with 0 and gives the outputs of the workflow', async () => {
    const { code, report } = await runJson(provision);

    expect(code).toBe(0);
    expect(report.status).toBe('completed');
    expect(report.outputs).toMatchObject({
      datastoreId: expect.stringMatching(/^[0-9a-f]{32}$/u),
      jobId: expect.stringMatching(/^[0-9a-f]{32}$/u),
      jobStatus: 'COMPLETED',
    });
  });

  test('says at the start and at the end where it ran', async () => {
    const { stdout } = await runCli(['run', ...provision]);

    const lines = stdout.split('\n');
    expect(lines[0]).toBe(
      'provision-datastore-and-export on the embedded HealthLake simulator (nothing reaches AWS)',
    );
    expect(lines).toContain(
      '✔ completed after 29 min (simulated), on the embedded HealthLake simulator',
    );
  });

  test('mentions the warnings of the document in one line', async () => {
    const { stderr } = await runCli(['run', ...startExport]);

    expect(stderr).toBe(
      `There are warnings; see: arazzo-xstate check ${startExport[0]}\n`,
    );
  });

  test('polls on while a job is QUEUED, which no action names', async () => {
    const { code, report } = await runJson([...startExport, '--fault', 'queued']);

    expect(code).toBe(0);
    expect(report.steps.map(({ action }) => action)).toContain('stillPending');
    expect(report.outputs['jobStatus']).toBe('COMPLETED');
  });
});

describe('a data store that cannot be created', () => {
  const failing = [...provision, '--fault', 'CREATE_FAILED'];

  test('ends the run with 1 and starts no export', async () => {
    const { code, report } = await runJson(failing);

    expect(code).toBe(1);
    expect(report.failure).toMatchObject({
      kind: 'unmatched',
      stepId: 'pollDatastore',
      status: 'CREATE_FAILED',
      notDone: ['startExportJob', 'pollExportJob'],
    });
    expect(operationsOf(report)).not.toContain('StartFHIRExportJob');
  });

  test('is told with the step, the status and each criterion that did not match', async () => {
    const { stderr } = await runCli(['run', ...failing]);

    expect(stderr).toContain('Step "pollDatastore" (DescribeFHIRDatastore)');
    expect(stderr).toContain('CREATE_FAILED');
    for (const wanted of ['ACTIVE', 'CREATING']) {
      expect(stderr).toContain(
        `$.DatastoreProperties.DatastoreStatus == "${wanted}" — it was "CREATE_FAILED"`,
      );
    }
  });

  test('tells what was not done, what is left and the outputs so far', async () => {
    const { stderr } = await runCli(['run', ...failing]);

    expect(stderr).toMatch(/^ {2}not done {5}startExportJob, pollExportJob$/mu);
    expect(stderr).toMatch(
      /^ {2}left behind {2}data store [0-9a-f]{32} \(gone with the simulator\)$/mu,
    );
    expect(stderr).toMatch(/^ {2}outputs so far\n {4}datastoreId {3}[0-9a-f]{32}$/mu);
  });

  test('names in the last step why no action matched', async () => {
    const { report } = await runJson(failing);

    expect(report.steps.at(-1)?.action).toMatch(
      /^failed – datastoreActive: .+; datastoreStillCreating: .+$/u,
    );
  });
});

describe('an export that does not complete', () => {
  const statuses = [
    'FAILED',
    'COMPLETED_WITH_ERRORS',
    'CANCEL_COMPLETED',
    'NEVER_HEARD_OF',
  ];

  test.each(statuses)('fails the run in the status %s', async (status) => {
    const fault = `StartFHIRExportJob=${status}`;
    const { code, report } = await runJson([...startExport, '--fault', fault]);

    expect(code).toBe(1);
    expect(report.failure).toMatchObject({ stepId: 'pollExportJob', status });
    expect(report.failure?.criteria?.map(({ action }) => action)).toEqual([
      'exportCompleted',
      'exportStillSubmitted',
      'exportStillRunning',
    ]);
  });

  test('goes to the next step when the call asks for the literal reading', async () => {
    const { code, report } = await runJson([
      ...startExport,
      '--fault',
      'FAILED',
      '--unmatched-poll',
      'next',
    ]);

    expect(code).toBe(0);
    expect(report.outputs['jobStatus']).toBe('FAILED');
    expect(operationsOf(report).at(-1)).toBe('ListFHIRExportJobs');
  });
});

describe('a limit', () => {
  const stuck = [...provision, '--fault', 'CreateFHIRDatastore=stuck'];

  test('of time ends a run that never becomes ACTIVE and says what is left', async () => {
    const { code, report } = await runJson([...stuck, '--timeout', '2h']);

    expect(code).toBe(1);
    expect(report.failure).toMatchObject({
      kind: 'timeout',
      stepId: 'pollDatastore',
      leftBehind: [{ resource: 'data store', id: expect.any(String) }],
    });
    expect(report.steps).toHaveLength(121);
  });

  test('of calls ends a run before the next one', async () => {
    const { code, report } = await runJson([...stuck, '--max-steps', '5']);

    expect(code).toBe(1);
    expect(report.failure?.message).toContain('its limit of 5 calls');
    expect(report.steps).toHaveLength(5);
  });
});

test('a refused call ends the run at once with the words of the service', async () => {
  const { code, report } = await runJson([
    ...provision,
    '--fault',
    'StartFHIRExportJob=access-denied',
  ]);

  expect(code).toBe(1);
  expect(report.failure?.error).toMatchObject({ type: 'AccessDeniedException' });
  expect(report.failure?.message).toContain(
    report.failure?.error?.message ?? 'no message',
  );
  expect(report.steps.at(-1)).toMatchObject({
    operation: 'StartFHIRExportJob',
    requests: 1,
  });
});
