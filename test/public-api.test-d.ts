import { createActor, toPromise } from 'xstate';
import { expectTypeOf, test } from 'vitest';
import { importArazzo, loadWorkflow, observeRun } from '../src/index.ts';
import type {
  Diagnostic,
  Failure,
  JsonRecord,
  LoadedWorkflow,
  WorkflowConfig,
  WorkflowContext,
  WorkflowMachine,
  WorkflowOutput,
} from '../src/index.ts';
import {
  provisionDatastoreAndExport,
  startExportPollAndList,
} from '../src/machines/healthlake/index.ts';
import type {
  ExportJob,
  ProvisionDatastoreAndExportInputs,
  StartExportPollAndListOutputs,
} from '../src/machines/healthlake/index.ts';
import {
  analyseArazzo,
  compareRecording,
  createPathRunner,
  parseGivenCases,
  parseRecording,
  planPaths,
  runPaths,
  toHtml,
  toJUnit,
  toRecording,
} from '../src/testing/index.ts';
import type {
  Count,
  GivenCases,
  GivenProblem,
  Path,
  PathEvent,
  PathPlan,
  PathRunner,
  PathResult,
  Recording,
  WorkflowReport,
} from '../src/testing/index.ts';
import { testPaths } from '../src/testing/vitest/index.ts';

const input: ProvisionDatastoreAndExportInputs = {
  DatastoreName: 'd',
  DatastoreTypeVersion: 'R4',
  OutputS3Uri: 's3://b/',
  OutputKmsKeyId: 'k',
  DataAccessRoleArn: 'r',
  ExportClientToken: 't',
};

test('the inputs of a ready-made machine are checked', () => {
  const machine = provisionDatastoreAndExport.machine();
  const actor = createActor(machine, { input });
  expectTypeOf(actor.getSnapshot().context.inputs).toEqualTypeOf(input);
  // @ts-expect-error -- an input is missing
  createActor(machine, { input: { DatastoreName: 'd' } });
  // @ts-expect-error -- there is one version only
  createActor(machine, { input: { ...input, DatastoreTypeVersion: 'R5' } });
  // @ts-expect-error -- it cannot do without inputs
  createActor(machine);
});

test('the output of a ready-made machine is a result or a failure', async () => {
  const machine = startExportPollAndList.machine();
  const output = await toPromise(createActor(machine, { input: {} as never }));
  expectTypeOf(output).toEqualTypeOf<WorkflowOutput<StartExportPollAndListOutputs>>();
  if (output.status === 'completed') {
    expectTypeOf(output.outputs.jobId).toEqualTypeOf<string>();
    expectTypeOf(output.outputs.exportJobPropertiesList).toEqualTypeOf<
      readonly ExportJob[]
    >();
    expectTypeOf(output).not.toHaveProperty('failure');
  } else {
    expectTypeOf(output.status).toEqualTypeOf<'ended' | 'failed'>();
    expectTypeOf(output.failure).toEqualTypeOf<Failure>();
    expectTypeOf(output.outputs.jobId).toEqualTypeOf<string | undefined>();
  }
});

test('the context is typed', () => {
  const actor = createActor(provisionDatastoreAndExport.machine(), { input });
  const { context } = actor.getSnapshot();
  expectTypeOf(context).toEqualTypeOf<
    WorkflowContext<ProvisionDatastoreAndExportInputs>
  >();
  expectTypeOf(context.inputs.DatastoreTypeVersion).toEqualTypeOf<'R4'>();
});

test('a workflow that is imported has JSON on both sides', async () => {
  const workflow = (await importArazzo('x')).workflow();
  expectTypeOf(workflow).toEqualTypeOf<LoadedWorkflow>();
  expectTypeOf(workflow.machine()).toEqualTypeOf<WorkflowMachine>();
  const output = await toPromise(createActor(workflow.machine(), { input: { any: 1 } }));
  if (output.status === 'completed')
    expectTypeOf(output.outputs).toEqualTypeOf<JsonRecord>();
});

test('a config can be loaded again, and a run can be observed', () => {
  expectTypeOf(loadWorkflow).parameter(0).toEqualTypeOf<WorkflowConfig>();
  const machine = provisionDatastoreAndExport.machine();
  createActor(machine, {
    input,
    inspect: observeRun((event) => {
      if (event.type === 'wait') expectTypeOf(event.until).toEqualTypeOf<number>();
      if (event.type === 'end')
        expectTypeOf(event.output).toEqualTypeOf<WorkflowOutput>();
    }),
  });
});

test('paths are listed and run for a workflow or a machine', async () => {
  const workflow = (await importArazzo('x')).workflow();
  const plan = planPaths(workflow, { select: 'simple', cases: { w: { steps: {} } } });
  expectTypeOf(plan).toEqualTypeOf<PathPlan>();
  const report = await runPaths(workflow.machine(), plan, { against: 'http' });
  expectTypeOf(report).toEqualTypeOf<WorkflowReport>();
  expectTypeOf(report.paths).toEqualTypeOf<readonly PathResult[]>();
  expectTypeOf(report.coverage.transitions).toEqualTypeOf<Count>();
  expectTypeOf(createPathRunner(workflow)).toEqualTypeOf<PathRunner>();
  // @ts-expect-error -- there is no such selection
  planPaths(workflow, { select: 'all' });
});

test('a ready-made machine has paths', () => {
  planPaths(provisionDatastoreAndExport);
  planPaths(provisionDatastoreAndExport.machine());
  testPaths(provisionDatastoreAndExport.machine(), { against: 'simulator' });
  expectTypeOf(testPaths).returns.toEqualTypeOf<void>();
});

test('a path says what happens and how it ends', () => {
  expectTypeOf<Path['end']>().toEqualTypeOf<
    'completed' | 'ended' | 'failed' | 'unfinished'
  >();
  expectTypeOf<PathEvent['type']>().toEqualTypeOf<'call' | 'wait'>();
  expectTypeOf<PathResult['result']>().toEqualTypeOf<'passed' | 'failed' | 'skipped'>();
});

test('recordings, cases and reports are plain values', () => {
  const recording = toRecording([]);
  expectTypeOf(recording).toEqualTypeOf<Recording>();
  expectTypeOf(parseRecording).parameter(0).toEqualTypeOf<string>();
  expectTypeOf(compareRecording).parameters.toEqualTypeOf<[WorkflowReport, Recording]>();
  expectTypeOf(parseGivenCases({}).given).toEqualTypeOf<GivenCases>();
  expectTypeOf(parseGivenCases({}).problems).toEqualTypeOf<readonly GivenProblem[]>();
  const options = { document: 'a.arazzo.yaml', at: 0 };
  expectTypeOf(toJUnit([], options)).toEqualTypeOf<string>();
  expectTypeOf(toHtml([], options)).toEqualTypeOf<string>();
});

test('an analysis has diagnostics, and those that the document silences', async () => {
  const analysis = await analyseArazzo('x', { severities: { UNUSED_INPUT: 'off' } });
  expectTypeOf(analysis.diagnostics).toEqualTypeOf<readonly Diagnostic[]>();
  expectTypeOf(analysis.suppressed[0]?.justification).toEqualTypeOf<string | undefined>();
});
