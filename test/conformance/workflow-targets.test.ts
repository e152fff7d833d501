import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const at = '/workflows/0/steps/0';
const toOther = { name: 'over', type: 'goto', workflowId: 'other' };
const other: Fields = {
  workflowId: 'other',
  steps: [{ stepId: 'o', outputs: { n: '$statusCode' } }],
  outputs: { other: '$steps.o.outputs.n' },
};
const main = (actions: Fields): Fields => ({
  workflowId: 'main',
  steps: [{ stepId: 'one', ...actions }, { stepId: 'two' }],
  outputs: { main: '$statusCode' },
});
const flows = { name: 'flows', url: './flows.yaml', type: 'arazzo' };
const api = { name: 'api', url: './api.yaml', type: 'openapi' };
const again = (more: Fields): Fields => ({ name: 'again', type: 'retry', ...more });

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, run, text } = inVersion(version);

  requirement(
    'A-SACT-09 goto a workflow ends this one with the result of that one',
    async () => {
      const workflows = [main({ onSuccess: [toOther] }), other];
      const { paths, output } = await run({ workflows });
      expect(paths).toEqual(['/one', '/o']);
      expect(output).toEqual({ status: 'completed', outputs: { other: 200 } });
    },
  );

  requirement(
    'A-SACT-09 a step whose workflow goes over to another has its result',
    async () => {
      const call = {
        stepId: 'call',
        workflowId: 'middle',
        outputs: { v: '$outputs.other' },
      };
      const workflows = [
        { workflowId: 'main', steps: [call], outputs: { v: '$steps.call.outputs.v' } },
        { ...main({ onSuccess: [toOther] }), workflowId: 'middle' },
        other,
      ];
      const { paths, outputs } = await run({ workflows });
      expect([paths, outputs]).toEqual([['/one', '/o'], { v: 200 }]);
    },
  );

  requirement('A-SACT-09 the inputs are handed over only if so asked', async () => {
    const parameters = [{ name: 'q', in: 'query', value: '$inputs.q' }];
    const target = { workflowId: 'other', steps: [{ stepId: 'o', parameters }] };
    const workflows = [main({ onSuccess: [toOther] }), target];
    const inputs = { q: 5 };
    const urls = async (inheritInputs: boolean): Promise<readonly string[]> =>
      (await run({ workflows }, { inputs, options: { inheritInputs } })).requests.map(
        ({ url }) => url,
      );
    expect(await urls(false)).toEqual(['/one', '/o']);
    expect(await urls(true)).toEqual(['/one', '/o?q=5']);
  });

  requirement(
    'A-SACT-10 goto a workflow of another document names its source',
    async () => {
      const files = { './flows.yaml': text({ workflows: [other] }) };
      const fields = (workflowId: string): Fields => ({
        sourceDescriptions: [api, flows],
        workflows: [main({ onSuccess: [{ ...toOther, workflowId }] })],
      });
      const { paths } = await run(fields('$sourceDescriptions.flows.other'), {
        files,
        operations: { o: 'GET /o' },
      });
      expect(paths).toEqual(['/one', '/o']);
      expect(await errors(fields('other'), { files })).toEqual([
        `UNKNOWN_WORKFLOW ${at}/onSuccess/0/workflowId`,
      ]);
    },
  );

  requirement('A-FACT-06 a failure may go over to another workflow', async () => {
    const files = { './flows.yaml': text({ workflows: [other] }) };
    const local = await run(
      { workflows: [main({ onFailure: [toOther] }), other] },
      { answers: [500, 200] },
    );
    expect([local.paths, local.outputs]).toEqual([['/one', '/o'], { other: 200 }]);
    const workflowId = '$sourceDescriptions.flows.other';
    const foreign = await run(
      {
        sourceDescriptions: [api, flows],
        workflows: [main({ onFailure: [{ ...toOther, workflowId }] })],
      },
      { files, answers: [500, 200], operations: { o: 'GET /o' } },
    );
    expect(foreign.paths).toEqual(['/one', '/o']);
  });

  requirement('A-FACT-14 a retry may run a workflow first', async () => {
    const refresh = {
      workflowId: 'refresh',
      steps: [{ stepId: 'r', outputs: { t: '$response.body#/t' } }],
      outputs: { t: '$steps.r.outputs.t' },
    };
    const onFailure = [again({ workflowId: 'refresh', retryLimit: 2 })];
    const parameters = [
      { name: 't', in: 'query', value: '$workflows.refresh.outputs.t' },
    ];
    const workflows = [main({ onFailure, parameters }), refresh];
    const { requests, status } = await run(
      { workflows },
      { answers: [401, { body: { t: 'new' } }, 200] },
    );
    expect(requests.map(({ url }) => url)).toEqual(['/one', '/r', '/one?t=new', '/two']);
    expect(status).toBe('completed');
    const never = await run({ workflows }, { answers: [401] });
    expect([never.paths, never.status]).toEqual([
      ['/one', '/r', '/one', '/r', '/one'],
      'failed',
    ]);
  });

  requirement('A-FACT-14 a workflow that fails does not keep the retry', async () => {
    const refresh = { workflowId: 'refresh', steps: [{ stepId: 'r' }] };
    const workflows = [main({ onFailure: [again({ workflowId: 'refresh' })] }), refresh];
    const { paths, status } = await run({ workflows }, { answers: [401, 500, 200] });
    expect([paths, status]).toEqual([['/one', '/r', '/one', '/two'], 'completed']);
  });

  requirement('A-FACT-15 a retry may run a step first, and only that', async () => {
    const onFailure = [again({ stepId: 'login' })];
    const steps = [
      { stepId: 'login', outputs: { t: '$response.body#/t' } },
      { stepId: 'between' },
      {
        stepId: 'get',
        onFailure,
        parameters: [{ name: 't', in: 'query', value: '$steps.login.outputs.t' }],
      },
    ];
    const token = (t: number): { readonly body: unknown } => ({ body: { t } });
    const { requests, status } = await run(
      { steps },
      { answers: [token(1), 200, 401, token(2), 200] },
    );
    expect(requests.map(({ url }) => url)).toEqual([
      '/login',
      '/between',
      '/get?t=1',
      '/login',
      '/get?t=2',
    ]);
    expect(status).toBe('completed');
  });

  requirement('A-FACT-15 a retry that names its own step is a plain one', async () => {
    const steps = [{ stepId: 'one', onFailure: [again({ stepId: 'one' })] }];
    expect((await run({ steps }, { answers: [503, 200] })).paths).toEqual([
      '/one',
      '/one',
    ]);
  });
});
