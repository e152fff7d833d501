import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const at = '/workflows/0/steps/0';
const id = { name: 'id', value: '$inputs.id' };
const inQuery = (value: unknown): Fields => ({ name: 'q', in: 'query', value });

/** A workflow `child` that sends its input `id` and puts out what is answered. */
const child: Fields = {
  workflowId: 'child',
  inputs: { type: 'object', properties: { id: {} } },
  steps: [
    {
      stepId: 'c',
      parameters: [inQuery('$inputs.id')],
      outputs: { n: '$response.body#/n' },
    },
  ],
  outputs: { n: '$steps.c.outputs.n' },
};

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, run, text } = inVersion(version);

  requirement('A-STEP-16 a step may run a workflow of the document', async () => {
    const main = {
      workflowId: 'main',
      steps: [
        {
          stepId: 'call',
          workflowId: 'child',
          parameters: [id],
          outputs: { n: '$outputs.n' },
        },
        { stepId: 'after', parameters: [inQuery('$steps.call.outputs.n')] },
      ],
    };
    const { requests, status } = await run(
      { workflows: [main, child] },
      { inputs: { id: 4 }, answers: [{ body: { n: 7 } }, 200] },
    );
    expect(requests.map(({ url }) => url)).toEqual(['/c?q=4', '/after?q=7']);
    expect(status).toBe('completed');
  });

  requirement('A-STEP-17 a step may run a workflow of another document', async () => {
    const flows = { name: 'flows', url: './flows.yaml', type: 'arazzo' };
    const api = { name: 'api', url: './api.yaml', type: 'openapi' };
    const fields = (workflowId: string): Fields => ({
      sourceDescriptions: [api, flows],
      steps: [{ stepId: 'call', workflowId, parameters: [id] }],
    });
    const files = { './flows.yaml': text({ workflows: [child] }) };
    const { requests } = await run(fields('$sourceDescriptions.flows.child'), {
      files,
      inputs: { id: 1 },
      operations: { c: 'GET /c' },
    });
    expect(requests.map(({ url }) => url)).toEqual(['/c?q=1']);
    expect(await errors(fields('child'), { files })).toEqual([
      `UNKNOWN_WORKFLOW ${at}/workflowId`,
    ]);
  });

  requirement('A-STEP-18 a workflow that is not there is an error', async () => {
    const flows = { name: 'flows', url: './flows.yaml', type: 'arazzo' };
    const files = { './flows.yaml': text({ workflows: [child] }) };
    for (const workflowId of ['nope', '$sourceDescriptions.flows.nope']) {
      const fields = {
        sourceDescriptions: [flows],
        steps: [{ stepId: 'call', workflowId }],
      };
      expect(await errors(fields, { files })).toEqual([
        `UNKNOWN_WORKFLOW ${at}/workflowId`,
      ]);
    }
    const steps = [{ stepId: 'call', workflowId: '$sourceDescriptions.nope.child' }];
    expect(await errors({ steps })).toEqual([`UNKNOWN_SOURCE ${at}/workflowId`]);
  });

  requirement('A-WF-03 a step names a workflow in its case', async () => {
    const steps = [{ stepId: 'call', workflowId: 'Child' }];
    expect(await errors({ workflows: [{ workflowId: 'main', steps }, child] })).toEqual([
      `UNKNOWN_WORKFLOW ${at}/workflowId`,
    ]);
  });

  requirement('A-STEP-19 workflows that call each other end at a limit', async () => {
    const calls = (workflowId: string, other: string): Fields => ({
      workflowId,
      steps: [{ stepId: 'one' }, { stepId: 'call', workflowId: other }],
    });
    for (const workflows of [
      [calls('main', 'main')],
      [calls('main', 'other'), calls('other', 'main')],
    ]) {
      const { status, paths } = await run({ workflows }, { options: { maxDepth: 5 } });
      expect(status).toBe('failed');
      expect(paths.length).toBeLessThan(10);
    }
  });

  requirement('A-PARAM-10 parameters of a workflow step are its inputs', async () => {
    const steps = [
      {
        stepId: 'call',
        workflowId: 'child',
        parameters: [{ name: 'id', in: 'query', value: 5 }],
      },
    ];
    const { request } = await run({ workflows: [{ workflowId: 'main', steps }, child] });
    expect(request.url).toBe('/c?q=5');
  });

  requirement(
    'A-PARAM-10 A-WF-25 parameters of the workflow reach a workflow that declares them',
    async () => {
      const main = {
        workflowId: 'main',
        parameters: [
          { name: 'id', in: 'query', value: 6 },
          { name: 'more', in: 'query', value: 1 },
        ],
        steps: [{ stepId: 'call', workflowId: 'child' }],
      };
      const { request } = await run({ workflows: [main, child] });
      expect(request.url).toBe('/c?q=6');
    },
  );

  requirement('A-FACT-13 a called workflow that fails is a step that fails', async () => {
    const onFailure = [{ name: 'clean', type: 'goto', stepId: 'last' }];
    const steps = [
      { stepId: 'call', workflowId: 'child', onFailure },
      { stepId: 'after' },
      { stepId: 'last' },
    ];
    const { paths, status } = await run(
      { workflows: [{ workflowId: 'main', steps }, child] },
      { answers: [500, 200] },
    );
    expect([paths, status]).toEqual([['/c', '/last'], 'completed']);
    const unhandled = [
      { workflowId: 'main', steps: [{ stepId: 'call', workflowId: 'child' }] },
    ];
    const failed = await run({ workflows: [...unhandled, child] }, { answers: [500] });
    expect(failed.output).toMatchObject({
      status: 'failed',
      failure: { stepId: 'call' },
    });
  });

  requirement(
    'A-PARAM-11 A-PARAM-12 the inputs of a workflow keep their types',
    async () => {
      const echo = {
        workflowId: 'echo',
        inputs: {
          type: 'object',
          properties: {
            n: { type: 'number' },
            o: { type: 'object' },
            z: { type: 'null' },
          },
        },
        steps: [{ stepId: 'one' }],
        outputs: { n: '$inputs.n', o: '$inputs.o', z: '$inputs.z' },
      };
      const parameters = [
        { name: 'n', value: '$inputs.n' },
        { name: 'o', value: { a: ['$inputs.n'] } },
        { name: 'z', value: null },
      ];
      const main = {
        workflowId: 'main',
        steps: [
          {
            stepId: 'call',
            workflowId: 'echo',
            parameters,
            outputs: { n: '$outputs.n', o: '$outputs.o', z: '$outputs.z' },
          },
        ],
        outputs: {
          n: '$steps.call.outputs.n',
          o: '$steps.call.outputs.o',
          z: '$steps.call.outputs.z',
        },
      };
      const { output } = await run({ workflows: [main, echo] }, { inputs: { n: 5 } });
      expect(output).toEqual({
        status: 'completed',
        outputs: { n: 5, o: { a: [5] }, z: null },
      });
    },
  );

  requirement(
    'A-SACT-05 an end in a called workflow is the success of its step',
    async () => {
      const onSuccess = [{ name: 'stop', type: 'end' }];
      const workflows = [
        {
          workflowId: 'main',
          steps: [{ stepId: 'call', workflowId: 'other' }, { stepId: 'after' }],
        },
        { workflowId: 'other', steps: [{ stepId: 'one', onSuccess }, { stepId: 'two' }] },
      ];
      const { paths, status } = await run({ workflows });
      expect([paths, status]).toEqual([['/one', '/after'], 'completed']);
    },
  );

  requirement(
    'A-FACT-04 an end by a failure in a called workflow fails its step',
    async () => {
      const onFailure = [{ name: 'stop', type: 'end' }];
      const steps = [
        {
          stepId: 'call',
          workflowId: 'other',
          onFailure: [{ name: 'clean', type: 'goto', stepId: 'last' }],
        },
        { stepId: 'after' },
        { stepId: 'last' },
      ];
      const workflows = [
        { workflowId: 'main', steps },
        { workflowId: 'other', steps: [{ stepId: 'one', onFailure }] },
      ];
      const { paths } = await run({ workflows }, { answers: [500, 200] });
      expect(paths).toEqual(['/one', '/last']);
    },
  );

  requirement(
    'A-EXPR-14 $outputs are those of the workflow that was called',
    async () => {
      const call = {
        stepId: 'call',
        workflowId: 'child',
        successCriteria: [{ condition: '$outputs.n == 7' }],
        outputs: { mine: '$outputs.n' },
      };
      const main = {
        workflowId: 'main',
        steps: [call],
        outputs: { v: '$steps.call.outputs.mine' },
      };
      const right = await run(
        { workflows: [main, child] },
        { answers: [{ body: { n: 7 } }] },
      );
      expect(right.output).toEqual({ status: 'completed', outputs: { v: 7 } });
      const wrong = await run(
        { workflows: [main, child] },
        { answers: [{ body: { n: 8 } }] },
      );
      expect(wrong.status).toBe('failed');
    },
  );

  requirement(
    'A-EXPR-16 $workflows has inputs and outputs of a workflow that ran',
    async () => {
      const main = {
        workflowId: 'main',
        steps: [
          { stepId: 'call', workflowId: 'child', parameters: [{ name: 'id', value: 3 }] },
        ],
        outputs: {
          n: '$workflows.child.outputs.n',
          part: '$workflows.child.outputs.n#/0',
          id: '$workflows.child.inputs.id',
        },
      };
      const { outputs } = await run(
        { workflows: [main, child] },
        { answers: [{ body: { n: [9] } }] },
      );
      expect(outputs).toEqual({ n: [9], part: 9, id: 3 });
    },
  );

  requirement(
    'A-CRIT-26 criteria of a workflow step see the last answer of its workflow',
    async () => {
      const call = {
        stepId: 'call',
        workflowId: 'child',
        successCriteria: [{ condition: '$statusCode == 201' }],
      };
      const workflows = [{ workflowId: 'main', steps: [call] }, child];
      expect((await run({ workflows }, { answers: [201] })).status).toBe('completed');
      expect((await run({ workflows }, { answers: [200] })).status).toBe('failed');
    },
  );
});
