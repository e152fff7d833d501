import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../../../src/index.ts';
import type { LoadedWorkflow } from '../../../../src/index.ts';
import { planPaths, runPaths } from '../../../../src/testing/index.ts';
import type { WorkflowReport } from '../../../../src/testing/index.ts';
import { startServer } from '../../../cli/support/pets.ts';
import { load, one } from '../../../analysis/paths/support/plan.ts';
import { getPetBy, inputOf, petsWorkflow } from '../support/pets-api.ts';

async function overHttp(workflow: LoadedWorkflow): Promise<WorkflowReport> {
  return runPaths(workflow, planPaths(workflow), { against: 'http' });
}

function resultsOf({ paths }: WorkflowReport): readonly string[] {
  return paths.map(({ result }) => result);
}

/** A step that calls an API and has an action of this name. */
function stepWith(name: string): { readonly stepId: string } {
  const criteria = [{ condition: '$statusCode == 200' }];
  const actions = { onSuccess: [{ name, type: 'end', criteria }] };
  return { stepId: 'addPet', ...actions };
}

describe('paths over HTTP', () => {
  test('pass, and cover what they cover without HTTP', async () => {
    const arazzo = await importArazzo('examples/petstore/buy-a-pet.arazzo.yaml');
    const workflow = arazzo.workflow('placeOrder');
    const report = await overHttp(workflow);
    expect(new Set(resultsOf(report))).toEqual(new Set(['passed']));
    expect(report.coverage).toEqual(planPaths(workflow).coverage);
  });

  test('show the requests that were sent, without secrets', async () => {
    const report = await overHttp(
      await petsWorkflow([getPetBy('$inputs.id')], inputOf({ type: 'string' }) as never),
    );
    expect(report.paths[0]?.requests).toEqual([
      {
        stepId: 'getPet',
        call: 'getPet',
        method: 'GET',
        url: 'https://pets.example/v1/pets/id-1?pass=[redacted]',
        headers: { accept: 'application/json, */*;q=0.5' },
        parameters: [{ name: 'id', in: 'path', value: 'id-1' }],
      },
    ]);
  });

  test('fail when a server would take a request for another operation', async () => {
    const inputs = inputOf({ type: 'string', enum: ['mine'] });
    const report = await overHttp(
      await petsWorkflow([getPetBy('$inputs.id')], inputs as never),
    );
    expect(report.paths[0]).toMatchObject({
      result: 'failed',
      problems: [
        { kind: 'request', event: 0, message: expect.stringContaining('/pets/mine') },
      ],
    });
  });

  test('fail when a request cannot be sent, and go on', async () => {
    const steps = [getPetBy('$steps.addPet.outputs.id'), { stepId: 'getMine' }];
    const { paths } = await overHttp(await petsWorkflow(steps));
    const [path] = paths.filter(({ end }) => end === 'completed');
    expect(path?.problems).toContainEqual({
      kind: 'request',
      event: 0,
      stepId: 'getPet',
      message: 'The path parameter "id" has no value.',
    });
    expect(path?.requests.map(({ call }) => call)).toEqual(['getPet', 'getMine']);
  });

  test('let nothing out, neither what the workflow calls nor anything else', async () => {
    const server = await startServer(() => ({ body: '{}' }));
    const workflow = await petsWorkflow([stepWith('watched')], { server: server.url });
    const strays: Promise<string>[] = [];
    const watched = (): boolean => {
      const stray = fetch(`${server.url}/else`);
      strays.push(
        stray.then(
          () => 'answered',
          () => 'failed',
        ),
      );
      return true;
    };
    const machine = workflow.machine().provide({ guards: { watched } });
    const report = await runPaths(machine, planPaths(workflow), { against: 'http' });
    expect(new Set(await Promise.all(strays))).toEqual(new Set(['failed']));
    expect(server.seen).toEqual([]);
    expect(report.remarks).toEqual([expect.stringContaining(`GET ${server.url}/else`)]);
    await server.close();
  });

  test('leave the network as it was', async () => {
    const server = await startServer(() => ({ body: '{}' }));
    await overHttp(await petsWorkflow([{ stepId: 'addPet' }]));
    expect((await fetch(server.url)).status).toBe(200);
    await server.close();
  });

  test('are skipped when nobody says what is called, with the reason', async () => {
    const report = await overHttp(await load(one([{ stepId: 'look' }])));
    expect(new Set(resultsOf(report))).toEqual(new Set(['skipped']));
    expect(report.paths[0]?.reason).toBe('The source "api" has no API description.');
  });

  test('are refused when nothing goes over HTTP, with the reason', async () => {
    const arazzo = await importArazzo(
      'examples/healthlake/start-export-poll-and-list.arazzo.yaml',
    );
    await expect(overHttp(arazzo.workflow())).rejects.toMatchObject({
      code: 'NOTHING_TO_CALL',
      message: expect.stringContaining('through the AWS SDK'),
    });
  });
});
