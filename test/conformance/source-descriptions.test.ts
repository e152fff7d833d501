import { describe, expect } from 'vitest';
import { toApi } from './support/api.ts';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const api = { name: 'api', url: './api.yaml', type: 'openapi' };

describe.each(versions)('in Arazzo %s', (arazzo) => {
  const { errors, findings, run } = inVersion(arazzo);

  requirement('A-SRC-01 a source needs a name', async () => {
    const nameless = { url: './b.yaml', type: 'openapi' };
    expect(await errors({ sourceDescriptions: [api, nameless] })).toContain(
      'MISSING_FIELD /sourceDescriptions/1/name',
    );
  });

  requirement('A-SRC-02 two sources of one name are an error', async () => {
    const twin = { ...api, url: './other.yaml' };
    expect(await errors({ sourceDescriptions: [api, twin] })).toContain(
      'DUPLICATE_NAME /sourceDescriptions/1/name',
    );
  });

  requirement('A-SRC-03 a name of a source with a dot is pointed out', async () => {
    const found = await findings({ sourceDescriptions: [{ ...api, name: 'a.b' }] });
    expect(found).toContainEqual(
      expect.stringMatching(/INVALID_NAME \/sourceDescriptions\/0\/name$/u),
    );
  });

  requirement('A-SRC-04 a source needs a url, which is a URI reference', async () => {
    expect(await errors({ sourceDescriptions: [{ name: 'api' }] })).toContain(
      'MISSING_FIELD /sourceDescriptions/0/url',
    );
    for (const url of ['./a.yaml', 'https://x/y', 'file:///x', '../a b.yaml']) {
      expect(await errors({ sourceDescriptions: [{ ...api, url }] })).toEqual([]);
    }
    const broken = { sourceDescriptions: [{ ...api, url: 'http://[bad' }] };
    expect(await errors(broken)).toContain('INVALID_VALUE /sourceDescriptions/0/url');
  });

  requirement('A-SRC-05 a type that is none is an error', async () => {
    expect(await errors({ sourceDescriptions: [{ ...api, type: 'none' }] })).toContain(
      'INVALID_VALUE /sourceDescriptions/0/type',
    );
    for (const type of ['openapi', 'arazzo']) {
      const other = { name: 'other', url: './b.yaml', type };
      const steps = [{ stepId: 'one', operationId: '$sourceDescriptions.api.one' }];
      expect(await errors({ sourceDescriptions: [api, other], steps })).toEqual([]);
    }
  });

  requirement('A-SRC-06 a source without a type is told by its content', async () => {
    const untyped = { sourceDescriptions: [{ name: 'api', url: './api.yaml' }] };
    expect((await run(untyped)).paths).toEqual(['/one']);
    const { openapi: _, ...rest } = toApi({ one: 'GET /one' });
    const swagger = JSON.stringify({ swagger: '2.0', ...rest });
    expect(await errors(untyped, { files: { './api.yaml': swagger } })).toEqual([]);
  });

  requirement('A-SRC-07 the names of sources have a case', async () => {
    const steps = [{ stepId: 'one', operationId: '$sourceDescriptions.API.one' }];
    expect(await errors({ steps })).toEqual([
      'UNKNOWN_SOURCE /workflows/0/steps/0/operationId',
    ]);
  });

  requirement('A-SRC-08 a source that nobody uses need not be there', async () => {
    const gone = { name: 'gone', url: './gone.yaml', type: 'openapi' };
    const steps = [{ stepId: 'one', operationId: '$sourceDescriptions.api.one' }];
    const found = await findings(
      { sourceDescriptions: [api, gone], steps },
      { files: { './gone.yaml': null } },
    );
    expect(found).toEqual([]);
  });

  requirement(
    'A-SRC-08 a workflow runs although a source of another one is gone',
    async () => {
      const gone = { name: 'gone', url: './gone.yaml', type: 'openapi' };
      const qualified = (source: string): readonly Fields[] => [
        { stepId: 'one', operationId: `$sourceDescriptions.${source}.one` },
      ];
      const workflows = [
        { workflowId: 'main', steps: qualified('api') },
        { workflowId: 'other', steps: qualified('gone') },
      ];
      const { paths } = await run(
        { sourceDescriptions: [api, gone], workflows },
        { operations: { one: 'GET /one' }, files: { './gone.yaml': null } },
      );
      expect(paths).toEqual(['/one']);
    },
  );
});
