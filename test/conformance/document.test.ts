import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { describe, expect } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import { source } from '../helpers/source.ts';
import { toDocument } from './support/document.ts';
import { errorsIn, inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

/** The whole of a small document in YAML, with one field in place of `x-place`. */
function yaml(arazzo: string, field = ''): string {
  return source`
    arazzo: ${arazzo}
    info: { title: Test, version: '1.0' }
    ${field}
    sourceDescriptions: [{ name: api, url: ./api.yaml }]
    workflows:
      - workflowId: main
        steps: [{ stepId: one, operationId: one }]
  `;
}

async function errorsOf(text: string): Promise<readonly string[]> {
  return errorsIn((await importArazzo(text)).diagnostics);
}

describe.each(versions)('in Arazzo %s', (arazzo) => {
  const { errors, findings, model, load, run, text } = inVersion(arazzo);

  requirement('A-DOC-01 JSON gives the same machine as YAML', async () => {
    const json = await importArazzo(text({}));
    const twin = await importArazzo(stringify(toDocument(arazzo, {})));
    expect(twin.workflow().config).toEqual(json.workflow().config);
  });

  requirement('A-DOC-02 YAML is read by the rules of YAML 1.2', async () => {
    const { document } = await inYaml(
      yaml(arazzo, 'x-a: { on: no, octal: 0o7, old: 07, time: 12:30 }'),
    );
    expect(document?.extensions).toEqual({
      'x-a': { on: 'no', octal: 7, old: 7, time: '12:30' },
    });
  });

  requirement('A-DOC-03 a document that is a list is an error', async () => {
    expect(await errorsOf('- arazzo: 1.0.1\n- info: {}\n')).toEqual(['WRONG_TYPE ']);
  });

  requirement('A-DOC-04 the names of fields have a case', async () => {
    const workflow = { workflowid: 'main', steps: [{ stepId: 'one' }] };
    const found = await findings({ workflows: [workflow] });
    expect(found).toContain('error MISSING_FIELD /workflows/0/workflowId');
    expect(found).toContainEqual(
      expect.stringMatching(/UNKNOWN_FIELD \/workflows\/0\/workflowid$/u),
    );
  });

  requirement('A-DOC-05 YAML beyond JSON is refused', async () => {
    for (const value of ['!!js/function "f"', '!!binary aGk=', '{ ? [a, b] : c }']) {
      expect(await errorsOf(yaml(arazzo, `x-a: ${value}`))).toEqual([
        expect.stringMatching(/^UNSUPPORTED_YAML /u),
      ]);
    }
  });

  requirement('A-DOC-05 what looks like a date stays a text', async () => {
    const { document } = await inYaml(yaml(arazzo, 'x-a: 2024-01-01'));
    expect(document?.extensions).toEqual({ 'x-a': '2024-01-01' });
  });

  requirement('A-DOC-08 a document without info is an error', async () => {
    expect(await errors({ info: undefined })).toEqual(['MISSING_FIELD /info']);
  });

  requirement('A-DOC-09 a document needs at least one source', async () => {
    expect(await errors({ sourceDescriptions: [] })).toContain(
      'INVALID_VALUE /sourceDescriptions',
    );
    expect(await errors({ sourceDescriptions: undefined })).toContain(
      'MISSING_FIELD /sourceDescriptions',
    );
  });

  requirement('A-DOC-10 a document needs at least one workflow', async () => {
    expect(await errors({ workflows: [] })).toEqual(['INVALID_VALUE /workflows']);
  });

  requirement('A-DOC-11 a document needs no components', async () => {
    expect(await findings({})).toEqual([]);
    expect(await findings({ components: {} })).toEqual([]);
  });

  requirement('A-DOC-13 A-DOC-01 the name of the file does not matter', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
    const files = {
      'api.yaml': 'openapi: 3.1.0\npaths: { /one: { get: { operationId: one } } }\n',
      'foo.arazzo.yml': stringify(toDocument(arazzo, {})),
      'bar.json': text({}),
    };
    try {
      for (const [name, content] of Object.entries(files)) {
        await writeFile(join(folder, name), content);
      }
      for (const name of ['foo.arazzo.yml', 'bar.json']) {
        const { diagnostics, workflows } = await importArazzo(join(folder, name));
        expect(diagnostics).toEqual([]);
        expect(workflows).toHaveLength(1);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  requirement('A-DOC-15 a document survives the way through YAML and back', async () => {
    const fields = {
      'x-a': { z: [1, null], a: { b: true } },
      steps: [{ stepId: 'one', 'x-b': 'no', outputs: { b: '$statusCode', a: '$url' } }],
    };
    const fromJson = await model(fields);
    const fromYaml = await inYaml(stringify(toDocument(arazzo, fields)));
    expect(fromYaml.document).toEqual(fromJson.document);
  });

  requirement('A-DOC-16 inputs have the types and formats of JSON Schema', async () => {
    const schema = {
      type: 'object',
      properties: {
        count: { type: 'integer', format: 'int32' },
        ratio: { type: 'number', format: 'double' },
        secret: { type: 'string', format: 'password' },
        other: { type: 'string', format: 'of-nobody' },
      },
    };
    const workflow = (await load({ workflow: { inputs: schema } })).workflow();
    const fine = { count: 1, ratio: 1.5, secret: 's', other: 'o' };
    expect(workflow.validateInputs(fine)).toEqual([]);
    expect(workflow.validateInputs({ count: 1.5 })[0]?.path).toBe('/count');
    expect(workflow.config.meta.inputs).toMatchObject({
      properties: { secret: { format: 'password' } },
    });
  });

  requirement(
    'A-DOC-17 an unknown field is pointed out, an extension is not',
    async () => {
      const found = await findings({ workflow: { foo: 1, 'x-foo': 1 } });
      expect(found).toEqual([
        expect.stringMatching(/^(error|warning) UNKNOWN_FIELD \/workflows\/0\/foo$/u),
      ]);
    },
  );

  requirement('B-DOC-01 a document of either version runs', async () => {
    const { status, paths } = await run({
      steps: [{ stepId: 'one' }, { stepId: 'two' }],
    });
    expect({ status, paths }).toEqual({ status: 'completed', paths: ['/one', '/two'] });
  });
});

describe('versions', () => {
  requirement('A-DOC-06 arazzo is a text and has to be there', async () => {
    const { findings } = inVersion('1.0.1');
    for (const arazzo of [undefined, 2, 1.1]) {
      const found = await findings({ arazzo });
      expect(found).toContainEqual(
        expect.stringMatching(/^(error|warning) \S+ \/arazzo$/u),
      );
    }
    expect(await findings({ arazzo: undefined })).toContain(
      'error MISSING_FIELD /arazzo',
    );
    expect((await findings({ arazzo: 2 }))[0]).toMatch(/^error /u);
  });

  requirement('A-DOC-07 the patch of a version does not count', async () => {
    const configs = await Promise.all(
      ['1.0.0', '1.0.1', '1.0.7'].map(async (arazzo) => {
        const { findings, load } = inVersion(arazzo);
        expect(await findings({})).toEqual([]);
        return (await load({})).workflow().config;
      }),
    );
    expect(configs[1]).toEqual(configs[0]);
    expect(configs[2]).toEqual(configs[0]);
  });

  requirement('A-DOC-07 a version that nobody knows is refused', async () => {
    const { errors } = inVersion('2.0.0');
    expect(await errors({})).toEqual(['UNSUPPORTED_VERSION /arazzo']);
  });

  requirement('A-DOC-07 B-DOC-02 a field of 1.1 is unknown to 1.0', async () => {
    const fields = { steps: [{ stepId: 'one', timeout: 5 }] };
    expect(await inVersion('1.0.1').findings(fields)).toEqual([
      expect.stringMatching(
        /^(error|warning) UNKNOWN_FIELD \/workflows\/0\/steps\/0\/timeout$/u,
      ),
    ]);
    expect(await inVersion('1.1.0').findings(fields)).toEqual([]);
    expect(await inVersion('1.1.3').findings(fields)).toEqual([]);
  });
});

async function inYaml(text: string): ReturnType<ReturnType<typeof inVersion>['model']> {
  const { importDocument } = await import('../../src/arazzo-import/index.ts');
  return importDocument(text);
}
