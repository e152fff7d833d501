import { describe, expect } from 'vitest';
import { ArazzoImportError } from '../../src/index.ts';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const at = '/workflows/0';
const one = { stepId: 'one' };
const two = { stepId: 'two' };
const page = { name: 'page', in: 'query', value: 1 };
const stop = { name: 'stop', type: 'end' };

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, findings, load, model, run } = inVersion(version);

  requirement('A-WF-01 a workflow needs an id', async () => {
    const found = await errors({ workflow: { workflowId: undefined } });
    expect(found).toEqual([`MISSING_FIELD ${at}/workflowId`]);
  });

  requirement('A-WF-02 two workflows with one id are an error', async () => {
    const workflow = { workflowId: 'main', steps: [one] };
    expect(await errors({ workflows: [workflow, workflow] })).toEqual([
      'DUPLICATE_NAME /workflows/1/workflowId',
    ]);
  });

  requirement('A-WF-03 the ids of workflows have a case', async () => {
    const workflows = ['Login', 'login'].map((workflowId) => ({
      workflowId,
      steps: [one],
    }));
    expect(await findings({ workflows })).toEqual([]);
    const arazzo = await load({ workflows: [{ workflowId: 'Login', steps: [one] }] });
    expect(() => arazzo.workflow('login')).toThrow(ArazzoImportError);
    expect(arazzo.workflow('Login').workflowId).toBe('Login');
  });

  requirement('A-WF-04 an unusual id is a warning', async () => {
    expect(await findings({ workflow: { workflowId: 'my wf' } })).toEqual([
      `warning INVALID_NAME ${at}/workflowId`,
    ]);
    expect((await run({ workflow: { workflowId: 'my wf' } })).status).toBe('completed');
  });

  requirement('A-WF-05 inputs are JSON Schema 2020-12', async () => {
    const inputs = {
      type: 'object',
      properties: { pair: { prefixItems: [{ type: 'string' }, { $ref: '#/$defs/n' }] } },
      $defs: { n: { type: 'integer' } },
      unevaluatedProperties: false,
    };
    const { validateInputs } = (await load({ workflow: { inputs } })).workflow();
    expect(validateInputs({ pair: ['a', 1] })).toEqual([]);
    expect(validateInputs({ pair: [1, 1] })).not.toEqual([]);
    expect(validateInputs({ pair: ['a', 'b'] })).not.toEqual([]);
    expect(validateInputs({ other: 1 })).not.toEqual([]);
  });

  requirement('A-WF-05 inputs may be true', async () => {
    const ran = await run({ workflow: { inputs: true } }, { inputs: { any: 1 } });
    expect(ran.status).toBe('completed');
  });

  requirement('A-WF-05 inputs that are no schema are an error', async () => {
    expect(await errors({ workflow: { inputs: 'q' } })).not.toEqual([]);
    expect(await errors({ workflow: { inputs: { type: 'strin' } } })).toEqual([
      expect.stringContaining(`INVALID_SCHEMA ${at}/inputs`),
    ]);
  });

  requirement('A-WF-06 inputs are checked before anything is called', async () => {
    const inputs = {
      type: 'object',
      required: ['q'],
      properties: { q: { type: 'integer' } },
    };
    for (const [given, path] of [
      [{}, '/q'],
      [{ q: 'x' }, '/q'],
    ] as const) {
      const { output, requests } = await run({ workflow: { inputs } }, { inputs: given });
      expect(requests).toEqual([]);
      expect(output).toMatchObject({ status: 'failed', failure: { kind: 'inputs' } });
      expect(JSON.stringify(output)).toContain(path.slice(1));
    }
  });

  requirement('A-WF-08 inputs refer to components, which refer to others', async () => {
    const components = {
      inputs: {
        order: {
          type: 'object',
          properties: { store: { $ref: '#/components/inputs/store' } },
        },
        store: { type: 'integer' },
      },
    };
    const workflow = { inputs: { $ref: '#/components/inputs/order' } };
    expect(await findings({ workflow, components })).toEqual([]);
    const { validateInputs } = (await load({ workflow, components })).workflow();
    expect(validateInputs({ store: 1 })).toEqual([]);
    expect(validateInputs({ store: 'x' })).not.toEqual([]);
  });

  requirement('A-WF-15 a workflow needs steps', async () => {
    expect(await errors({ steps: [] })).toEqual([`INVALID_VALUE ${at}/steps`]);
    expect(await errors({ workflow: { steps: undefined } })).toEqual([
      `MISSING_FIELD ${at}/steps`,
    ]);
  });

  requirement('A-WF-15 steps run in the order of the list', async () => {
    const steps = ['c', 'a', 'b'].map((stepId) => ({ stepId }));
    expect((await run({ steps })).paths).toEqual(['/c', '/a', '/b']);
  });

  requirement('A-WF-16 success actions of the workflow count for each step', async () => {
    const successActions = [{ ...stop, criteria: [{ condition: '$statusCode == 201' }] }];
    const { paths } = await run(
      { steps: [one, two, { stepId: 'three' }], workflow: { successActions } },
      { answers: [200, 201, 200] },
    );
    expect(paths).toEqual(['/one', '/two']);
  });

  requirement('A-WF-17 failure actions of the workflow count for each step', async () => {
    const failureActions = [
      { name: 'again', type: 'retry', criteria: [{ condition: '$statusCode == 503' }] },
    ];
    const { paths } = await run(
      { steps: [one, two], workflow: { failureActions } },
      { answers: [200, 503, 200] },
    );
    expect(paths).toEqual(['/one', '/two', '/two']);
  });

  requirement('A-WF-18 an action of a step overrides that of its name', async () => {
    const again = { name: 'again', type: 'retry', retryLimit: 1 };
    const steps = [{ ...one, onFailure: [{ ...again, retryLimit: 3 }] }];
    const failureActions = [again];
    const { paths } = await run(
      { steps, workflow: { failureActions } },
      { answers: [503] },
    );
    expect(paths).toHaveLength(4);
  });

  requirement('A-WF-18 an action of a step removes no other', async () => {
    const never = {
      ...stop,
      name: 'mine',
      criteria: [{ condition: '$statusCode == 1' }],
    };
    const steps = [{ ...one, onSuccess: [never] }, two];
    const { paths } = await run({ steps, workflow: { successActions: [stop] } });
    expect(paths).toEqual(['/one']);
  });

  requirement('A-WF-18 actions of a step replace all others if so asked', async () => {
    const never = {
      ...stop,
      name: 'mine',
      criteria: [{ condition: '$statusCode == 1' }],
    };
    const steps = [{ ...one, onSuccess: [never] }, two];
    const options = { actionMerge: 'replace' } as const;
    const { paths } = await run(
      { steps, workflow: { successActions: [stop] } },
      { options },
    );
    expect(paths).toEqual(['/one', '/two']);
  });

  requirement('A-WF-19 actions refer to components of their kind', async () => {
    const components = {
      parameters: { page },
      successActions: { stop },
      failureActions: { stop },
    };
    const reference = (section: string): readonly Fields[] => [
      { reference: `$components.${section}` },
    ];
    const right = {
      successActions: reference('successActions.stop'),
      failureActions: reference('failureActions.stop'),
    };
    expect(await errors({ components, workflow: right })).toEqual([]);
    for (const field of ['successActions', 'failureActions']) {
      const workflow = { [field]: reference('parameters.page') };
      expect(await errors({ components, workflow })).toEqual([
        expect.stringMatching(new RegExp(` ${at}/${field}/0/reference$`, 'u')),
      ]);
    }
  });

  requirement('A-WF-20 an action that is there twice is an error', async () => {
    for (const field of ['successActions', 'failureActions']) {
      const workflow = { [field]: [stop, stop] };
      expect(await errors({ workflow })).toEqual([
        expect.stringMatching(new RegExp(`^DUPLICATE_NAME ${at}/${field}/1`, 'u')),
      ]);
    }
  });

  requirement('A-WF-21 outputs are evaluated when the workflow ends', async () => {
    const steps = [{ ...one, outputs: { pets: '$response.body' } }, two];
    const workflow = { outputs: { available: '$steps.one.outputs.pets' } };
    const { outputs } = await run(
      { steps, workflow },
      { answers: [{ body: [1, 2] }, 200] },
    );
    expect(outputs).toEqual({ available: [1, 2] });
  });

  requirement('A-WF-22 the names of outputs have few characters', async () => {
    const names = (name: string): Fields => ({
      workflow: { outputs: { [name]: '$inputs.a' } },
    });
    expect(await errors(names('a b'))).toEqual([`INVALID_NAME ${at}/outputs/a b`]);
    expect(await errors(names('a.b-c_1'))).toEqual([]);
  });

  requirement('A-WF-23 a workflow needs no outputs', async () => {
    expect((await run({})).output).toEqual({ status: 'completed', outputs: {} });
  });

  requirement('A-WF-24 parameters of the workflow count for each step', async () => {
    const parameters = [page, { name: 'session', in: 'cookie', value: 'abc' }];
    const { requests } = await run({ steps: [one, two], workflow: { parameters } });
    expect(requests.map(({ url, headers }) => [url, headers['cookie']])).toEqual([
      ['/one?page=1', 'session=abc'],
      ['/two?page=1', 'session=abc'],
    ]);
  });

  requirement(
    'A-WF-25 a parameter that the operation does not declare is sent',
    async () => {
      const parameters = [{ name: 'X-Trace', in: 'header', value: 't' }];
      const { request } = await run({ workflow: { parameters } });
      expect(request.headers['x-trace']).toBe('t');
    },
  );

  requirement(
    'A-WF-26 a parameter of a step overrides that of its name and place',
    async () => {
      const own = { ...page, value: 2 };
      const elsewhere = { ...page, in: 'header', value: 3 };
      const steps = [
        { ...one, parameters: [own] },
        { ...two, parameters: [elsewhere] },
      ];
      const { requests } = await run({ steps, workflow: { parameters: [page] } });
      expect(requests.map(({ url }) => url)).toEqual(['/one?page=2', '/two?page=1']);
      expect(requests[1]?.headers['page']).toBe('3');
    },
  );

  requirement('A-WF-27 a parameter that is there twice is an error', async () => {
    const parameters = [page, { ...page, value: 2 }];
    expect(await errors({ workflow: { parameters } })).toEqual([
      expect.stringMatching(/^DUPLICATE_NAME \/workflows\/0\/parameters\/1/u),
    ]);
  });

  requirement('A-WF-28 parameters refer to components of their kind', async () => {
    const components = { successActions: { stop }, parameters: { page } };
    const wrong = { parameters: [{ reference: '$components.successActions.stop' }] };
    expect(await errors({ components, workflow: wrong })).toEqual([
      expect.stringMatching(/ \/workflows\/0\/parameters\/0\/reference$/u),
    ]);
    const right = { parameters: [{ reference: '$components.parameters.page' }] };
    expect((await run({ components, workflow: right })).request.url).toBe('/one?page=1');
  });

  requirement('A-WF-29 summary and description are kept', async () => {
    const workflow = { summary: 'In short', description: '*At* length' };
    const { document } = await model({ workflow });
    expect(document?.workflows[0]).toMatchObject(workflow);
    const { config } = (await load({ workflow })).workflow();
    expect(JSON.stringify(config)).toContain('*At* length');
  });

  requirement('A-WF-30 a workflow runs alone', async () => {
    const workflows = [
      { workflowId: 'wf1', steps: [one] },
      { workflowId: 'wf2', steps: [two] },
    ];
    expect((await run({ workflows }, { workflowId: 'wf2' })).paths).toEqual(['/two']);
  });
});
