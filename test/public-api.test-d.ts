import { createActor, toPromise } from 'xstate';
import { expectTypeOf, test } from 'vitest';
import { importArazzo, loadWorkflow, observeRun } from '../src/index.ts';
import type {
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
