import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const at = '/workflows/0/dependsOn/0';

/** A workflow with one step, called like it. */
const flow = (workflowId: string, more: Fields = {}): Fields => ({
  workflowId,
  steps: [{ stepId: `${workflowId}-step` }],
  ...more,
});
const needs = (...ids: string[]): Fields => ({ dependsOn: ids });

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, run, text } = inVersion(version);

  requirement('A-WF-09 what a workflow depends on runs first', async () => {
    const workflows = [flow('b', needs('a')), flow('a')];
    expect((await run({ workflows })).paths).toEqual(['/a-step', '/b-step']);
  });

  requirement('A-WF-09 dependencies of dependencies run, each once', async () => {
    const workflows = [
      flow('d', needs('b', 'c')),
      flow('c', needs('a')),
      flow('b', needs('a')),
      flow('a'),
    ];
    const { paths } = await run({ workflows });
    expect(paths).toEqual(['/a-step', '/b-step', '/c-step', '/d-step']);
  });

  requirement('A-WF-09 the workflow of a step has its dependencies, too', async () => {
    const main = { workflowId: 'main', steps: [{ stepId: 'call', workflowId: 'b' }] };
    const workflows = [main, flow('b', needs('a')), flow('a')];
    expect((await run({ workflows })).paths).toEqual(['/a-step', '/b-step']);
  });

  requirement('A-WF-09 a dependency gets those inputs that it declares', async () => {
    const parameters = ['q', 'other'].map((name) => ({
      name,
      in: 'query',
      value: `$inputs.${name}`,
    }));
    const a = {
      workflowId: 'a',
      inputs: { type: 'object', properties: { q: {}, page: { default: 3 } } },
      steps: [{ stepId: 'x', parameters }],
    };
    const { requests } = await run(
      { workflows: [flow('b', needs('a')), a] },
      { inputs: { q: 1, other: 2 } },
    );
    expect(requests[0]?.url).toBe('/x?q=1');
  });

  requirement('A-WF-10 a dependency that is not there is an error', async () => {
    expect(await errors({ workflows: [flow('main', needs('nope'))] })).toEqual([
      `UNKNOWN_WORKFLOW ${at}`,
    ]);
  });

  requirement('A-WF-11 a dependency may be in another document', async () => {
    const sourceDescriptions = [
      { name: 'api', url: './api.yaml', type: 'openapi' },
      { name: 'auth', url: './auth.yaml', type: 'arazzo' },
    ];
    const files = { './auth.yaml': text({ workflows: [flow('login')] }) };
    const workflows = (reference: string): readonly Fields[] => [
      flow('main', needs(reference)),
    ];
    const { paths } = await run(
      { sourceDescriptions, workflows: workflows('$sourceDescriptions.auth.login') },
      { files, operations: { 'login-step': 'GET /login-step' } },
    );
    expect(paths).toEqual(['/login-step', '/main-step']);
    const unknown = workflows('$sourceDescriptions.nope.login');
    expect(await errors({ sourceDescriptions, workflows: unknown }, { files })).toEqual([
      `UNKNOWN_SOURCE ${at}`,
    ]);
  });

  requirement('A-WF-12 dependencies in a circle are an error', async () => {
    const circles = [
      [flow('main', needs('main'))],
      [flow('main', needs('other')), flow('other', needs('main'))],
    ];
    for (const workflows of circles) {
      const found = await errors({ workflows });
      expect(found).not.toEqual([]);
      expect(found[0]).toBe('DEPENDENCY_CYCLE /workflows/0/dependsOn');
    }
  });

  requirement('A-WF-13 when a dependency fails the workflow does not run', async () => {
    const workflows = [flow('b', needs('a')), flow('a')];
    const { output, paths } = await run({ workflows }, { answers: [500, 200] });
    expect(paths).toEqual(['/a-step']);
    expect(output).toMatchObject({ status: 'failed', failure: { kind: 'dependency' } });
  });

  requirement('A-WF-14 the outputs of a dependency are visible', async () => {
    const a = {
      workflowId: 'a',
      steps: [{ stepId: 'login', outputs: { token: '$response.body#/token' } }],
      outputs: { token: '$steps.login.outputs.token' },
    };
    const parameters = [{ name: 't', in: 'query', value: '$workflows.a.outputs.token' }];
    const b = {
      workflowId: 'b',
      dependsOn: ['a'],
      steps: [{ stepId: 'use', parameters }],
    };
    const { requests } = await run(
      { workflows: [b, a] },
      { answers: [{ body: { token: 'abc' } }, 200] },
    );
    expect(requests.map(({ url }) => url)).toEqual(['/login', '/use?t=abc']);
  });

  requirement('A-WF-30 a dependency is all that runs beside a workflow', async () => {
    const workflows = [flow('c'), flow('b', needs('a')), flow('a')];
    expect((await run({ workflows }, { workflowId: 'b' })).paths).toEqual([
      '/a-step',
      '/b-step',
    ]);
  });
});
