import { describe, expect } from 'vitest';
import { toApi } from './support/api.ts';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const at = '/workflows/0/steps/0';
const api = { name: 'api', url: './api.yaml', type: 'openapi' };
const other = { name: 'other', url: './other.yaml', type: 'openapi' };

/** A step that calls the operation at a place of the description. */
function byPath(operationPath: string): { readonly steps: readonly Fields[] } {
  return { steps: [{ stepId: 'one', operationPath }] };
}

describe.each(versions)('in Arazzo %s', (arazzo) => {
  const { errors, findings, load, model, run } = inVersion(arazzo);

  requirement('A-STEP-01 a step needs an id', async () => {
    expect(await errors({ steps: [{ operationId: 'one' }] })).toEqual([
      `MISSING_FIELD ${at}/stepId`,
    ]);
  });

  requirement(
    'A-STEP-02 two steps of a workflow with one id are pointed out',
    async () => {
      const one = { stepId: 'one' };
      expect(await findings({ steps: [one, one] })).toEqual([
        expect.stringMatching(/DUPLICATE_\w+ \/workflows\/0\/steps\/1\/stepId$/u),
      ]);
      const workflows = ['a', 'b'].map((workflowId) => ({ workflowId, steps: [one] }));
      expect(await findings({ workflows })).toEqual([]);
    },
  );

  requirement('A-STEP-03 the ids of steps have a case', async () => {
    const onSuccess = [{ name: 'on', type: 'goto', stepId: 'Two' }];
    expect(
      await errors({ steps: [{ stepId: 'one', onSuccess }, { stepId: 'two' }] }),
    ).toEqual([`UNKNOWN_STEP ${at}/onSuccess/0/stepId`]);
  });

  requirement('A-STEP-04 an unusual id is a warning, and the step runs', async () => {
    const steps = [
      { stepId: 'a.b', operationId: 'one', outputs: { x: '$statusCode' } },
      { stepId: '#c d/é', operationId: 'two' },
      { stepId: 'a', operationId: 'three' },
    ];
    expect(await findings({ steps })).toEqual([
      `warning INVALID_NAME ${at}/stepId`,
      'warning INVALID_NAME /workflows/0/steps/1/stepId',
    ]);
    expect((await run({ steps })).paths).toEqual(['/one', '/two', '/three']);
  });

  requirement('A-STEP-05 a step has exactly one target', async () => {
    expect(await errors({ steps: [{ stepId: 'one', operationId: undefined }] })).toEqual([
      `MISSING_FIELD ${at}/operationId`,
    ]);
    const operationPath = '{$sourceDescriptions.api.url}#/paths/~1one/get';
    const both = [{ stepId: 'one', operationId: 'one', operationPath }];
    expect(await errors({ steps: both })).toEqual([
      `CONFLICTING_FIELDS ${at}/operationPath`,
    ]);
    const mixed = [{ stepId: 'one', operationId: 'one', workflowId: 'main' }];
    expect(await errors({ steps: mixed })).toContain(
      `CONFLICTING_FIELDS ${at}/workflowId`,
    );
  });

  requirement('A-STEP-06 an operation that is not there is an error', async () => {
    const files = { './api.yaml': JSON.stringify(toApi({ one: 'GET /one' })) };
    const steps = [{ stepId: 'one', operationId: 'nope' }];
    expect(await errors({ steps }, { files })).toEqual([
      `UNKNOWN_OPERATION ${at}/operationId`,
    ]);
  });

  requirement('A-STEP-07 with several sources an operation names its own', async () => {
    const sourceDescriptions = [api, other];
    const steps = (operationId: string): readonly Fields[] => [
      { stepId: 'one', operationId },
    ];
    const fields = { sourceDescriptions, steps: steps('one') };
    expect(await errors(fields)).toEqual([`AMBIGUOUS_OPERATION ${at}/operationId`]);
    const qualified = steps('$sourceDescriptions.other.one');
    expect(await errors({ sourceDescriptions, steps: qualified })).toEqual([]);
  });

  requirement('A-STEP-08 an operation may name the only source', async () => {
    const steps = [{ stepId: 'log', operationId: '$sourceDescriptions.api.login' }];
    expect((await run({ steps })).paths).toEqual(['/login']);
  });

  requirement('A-STEP-09 the id of an operation may have any characters', async () => {
    const ids = ['repos/list-branches', 'v1.pets.list', 'a b'];
    const operations = Object.fromEntries(ids.map((id, index) => [id, `GET /${index}`]));
    const steps = ids.map((id, index) => ({
      stepId: `s${index}`,
      operationId: `$sourceDescriptions.api.${id}`,
    }));
    const plain = { stepId: 'plain', operationId: 'v1.pets.list' };
    const { paths } = await run(
      { steps: [...steps, plain] },
      { openapi: toApi(operations) },
    );
    expect(paths).toEqual(['/0', '/1', '/2', '/1']);
  });

  requirement('A-STEP-10 Arazzo sources make no operation ambiguous', async () => {
    const flows = { name: 'flows', url: './flows.yaml', type: 'arazzo' };
    const { paths } = await run({ sourceDescriptions: [api, flows] });
    expect(paths).toEqual(['/one']);
  });

  requirement('A-STEP-11 operationPath names a source and a place in it', async () => {
    const openapi = toApi({ find: 'GET /pet/findByStatus' });
    const path = '{$sourceDescriptions.api.url}#/paths/~1pet~1findByStatus/get';
    const { paths } = await run(byPath(path), { openapi });
    expect(paths).toEqual(['/pet/findByStatus']);
  });

  requirement('A-STEP-12 the pointer of an operationPath is unescaped', async () => {
    const openapi = toApi({ odd: 'POST /a~b/{id}' });
    for (const id of ['{id}', '%7Bid%7D']) {
      const operationPath = `{$sourceDescriptions.api.url}#/paths/~1a~0b~1${id}/post`;
      const parameters = [{ name: 'id', in: 'path', value: 5 }];
      const steps = [{ stepId: 'one', operationPath, parameters }];
      expect((await run({ steps }, { openapi })).paths).toEqual(['/a~b/5']);
    }
  });

  requirement('A-STEP-13 operationPath names its source by an expression', async () => {
    for (const path of ['#/paths/~1one/get', './api.yaml#/paths/~1one/get']) {
      expect(await errors(byPath(path))).toEqual([`INVALID_VALUE ${at}/operationPath`]);
    }
  });

  requirement(
    'A-STEP-14 an operationPath that points to nothing is an error',
    async () => {
      const openapi = {
        files: { './api.yaml': JSON.stringify(toApi({ one: 'GET /one' })) },
      };
      const path = (source: string, pointer: string): string =>
        `{$sourceDescriptions.${source}.url}#${pointer}`;
      expect(await errors(byPath(path('api', '/paths/~1two/get')), openapi)).toEqual([
        `UNKNOWN_OPERATION ${at}/operationPath`,
      ]);
      expect(await errors(byPath(path('nope', '/paths/~1one/get')), openapi)).toEqual([
        `UNKNOWN_SOURCE ${at}/operationPath`,
      ]);
    },
  );

  requirement('A-STEP-15 an operationPath to an operation with an id runs', async () => {
    const openapi = toApi({ one: 'GET /one' });
    const path = '{$sourceDescriptions.api.url}#/paths/~1one/get';
    const files = { './api.yaml': JSON.stringify(openapi) };
    expect(await errors(byPath(path), { files })).toEqual([]);
    expect((await run(byPath(path), { openapi })).status).toBe('completed');
  });

  requirement('A-STEP-20 a step begins when the one before has ended', async () => {
    const steps = [
      { stepId: 'one', outputs: { n: '$response.body#/n' } },
      {
        stepId: 'two',
        parameters: [{ name: 'n', in: 'query', value: '$steps.one.outputs.n' }],
      },
    ];
    const { requests } = await run({ steps }, { answers: [{ body: { n: 7 } }, 200] });
    expect(requests.map(({ url }) => url)).toEqual(['/one', '/two?n=7']);
  });

  requirement('A-STEP-21 method and path come from the description', async () => {
    const { request } = await run({}, { operations: { one: 'DELETE /v1/things' } });
    expect([request.method, request.url]).toEqual(['DELETE', '/v1/things']);
  });

  requirement('A-STEP-21 the server comes from the description', async () => {
    const { openapi, info, paths } = toApi({ one: 'GET /one', two: 'GET /two' });
    const { '/one': first, '/two': second } = paths as Record<string, { get: Fields }>;
    const describeApi = (server: string): Fields => ({
      openapi,
      info,
      servers: [{ url: `${server}/v1/` }, { url: 'https://elsewhere.test' }],
      paths: {
        '/one': first,
        '/two': {
          servers: [{ url: '../relative' }],
          get: second?.get,
          post: {
            operationId: 'three',
            responses: {},
            servers: [{ url: `${server}/{v}`, variables: { v: { default: 'own' } } }],
          },
        },
      },
    });
    const steps = ['one', 'two', 'three'].map((stepId) => ({ stepId }));
    const ran = await run({ steps }, { openapi: describeApi });
    expect(ran.paths).toEqual(['/v1/one', '/relative/two', '/own/two']);
  });

  requirement('A-STEP-22 parameters of the path item are parameters', async () => {
    const parameters = [{ name: 'id', in: 'path', value: 'x' }];
    const { request } = await run(
      { steps: [{ stepId: 'one', parameters }] },
      { operations: { one: 'GET /things/{id}/parts' } },
    );
    expect(request.url).toBe('/things/x/parts');
  });

  requirement('A-STEP-23 description and extensions are kept', async () => {
    const steps = [{ stepId: 'one', description: 'What *it* does', 'x-foo': [1] }];
    const { document } = await model({ steps });
    expect(document?.workflows[0]?.steps[0]).toMatchObject({
      description: 'What *it* does',
      extensions: { 'x-foo': [1] },
    });
    const { config } = (await load({ steps })).workflow();
    expect(config.states['one']?.description).toBe('What *it* does');
  });
});
