import { describe, expect } from 'vitest';
import { toApi } from './support/api.ts';
import type { Fields } from './support/document.ts';
import { inVersion } from './support/in-version.ts';
import type { CheckSetup } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const { errors, findings, load, run, text } = inVersion('1.1.0');
const description = JSON.stringify(toApi({ one: 'GET /one' }));
const callB = [{ stepId: 'call', workflowId: '$sourceDescriptions.B.inB' }];
const selfOfB = 'https://example.test/flows/b.yaml';

/** A document whose only source is at `url`; nothing but what is supplied can be had. */
function from(url: string, more: Fields = {}): Fields {
  return { sourceDescriptions: [{ name: 'api', url, type: 'openapi' }], ...more };
}

function only(uri: string): CheckSetup {
  const read = async (): Promise<string> => {
    throw new Error('nothing is to be read');
  };
  return { documents: [{ uri, text: description }], read };
}

function b(more: Fields = {}): string {
  return text({
    workflows: [{ workflowId: 'inB', steps: [{ stepId: 'one' }] }],
    ...more,
  });
}

describe('in Arazzo 1.1', () => {
  requirement('B-SELF-01 $self is a URI reference without a fragment', async () => {
    expect(await errors({ $self: 'https://x/a.yaml#/w' })).toEqual([
      'INVALID_VALUE /$self',
    ]);
    expect(await errors({ $self: 'https://x/a.yaml' })).toEqual([]);
    expect(await errors({})).toEqual([]);
  });

  requirement('B-SELF-01 a $self that is no URI reference is an error', async () => {
    expect(await errors({ $self: 'http://[bad' })).toEqual(['INVALID_VALUE /$self']);
  });

  requirement('B-SELF-02 references are relative to an absolute $self', async () => {
    const $self = 'https://api.example.com/workflows/p.yaml';
    const setup = only('https://api.example.com/specs/petstore.yaml');
    const uri = 'file:///Users/dev/p.yaml';
    expect(
      await findings(from('../specs/petstore.yaml', { $self }), { ...setup, uri }),
    ).toEqual([]);
  });

  requirement('B-SELF-03 a relative $self is relative to where it was read', async () => {
    const setup = only('https://api.example.com/v2/specs/petstore.yaml');
    const uri = 'https://api.example.com/v2/api-description.yaml';
    const fields = from('../specs/petstore.yaml', { $self: 'workflows/p.yaml' });
    expect(await findings(fields, { ...setup, uri })).toEqual([]);
  });

  requirement(
    'B-SELF-04 without $self references are relative to where it was read',
    async () => {
      const read = only('https://workflows.example.com/specs/p.yaml');
      const uri = 'https://workflows.example.com/a7b3c4d5';
      expect(await findings(from('specs/p.yaml'), { ...read, uri })).toEqual([]);
      const baseUri = uri;
      expect(
        await findings(from('specs/p.yaml'), { ...read, uri: 'text', baseUri }),
      ).toEqual([]);
    },
  );

  requirement(
    'B-SELF-05 a document is known by its $self, wherever it was found',
    async () => {
      const sourceDescriptions = [{ name: 'B', url: './flows/b.yaml', type: 'arazzo' }];
      const $self = 'https://example.test/main.yaml';
      const documents = [{ uri: 'memory:b', text: b({ $self: selfOfB }) }];
      const read = async (url: string): Promise<string> => {
        if (url.includes('b.yaml')) throw new Error('not to be read');
        return description;
      };
      const fields = { $self, sourceDescriptions, steps: callB };
      expect(await findings(fields, { documents, read })).toEqual([]);
      expect((await load(fields, { documents, read })).workflows).toHaveLength(1);
    },
  );

  requirement(
    'B-SELF-06 the order in which documents are given does not matter',
    async () => {
      const sourceDescriptions = [
        { name: 'C', url: 'https://example.test/c', type: 'arazzo' },
      ];
      const first = {
        uri: 'memory:b',
        text: text({
          sourceDescriptions,
          $self: selfOfB,
          workflows: [
            {
              workflowId: 'inB',
              steps: [{ stepId: 'c', workflowId: '$sourceDescriptions.C.inB' }],
            },
          ],
        }),
      };
      const second = { uri: 'memory:c', text: b({ $self: 'https://example.test/c' }) };
      const main = {
        sourceDescriptions: [{ name: 'B', url: selfOfB, type: 'arazzo' }],
        steps: callB,
      };
      const files = { './api.yaml': description };
      for (const documents of [
        [first, second],
        [second, first],
      ]) {
        expect(await findings(main, { documents, files })).toEqual([]);
      }
    },
  );

  requirement(
    'B-SELF-07 a document may be named by its place, although it has a $self',
    async () => {
      const sourceDescriptions = [
        { name: 'B', url: 'https://mirror.test/b.yaml', type: 'arazzo' },
      ];
      const fields = { sourceDescriptions, steps: callB };
      const files = {
        'https://mirror.test/b.yaml': b({ $self: selfOfB }),
        './api.yaml': description,
      };
      const found = await findings(fields, { files });
      expect(found.filter((each) => each.startsWith('error'))).toEqual([]);
      expect(found).toEqual([expect.stringContaining('/sourceDescriptions/0')]);
    },
  );

  requirement('B-SELF-08 B-EXPR-02 $self is the URI of the document', async () => {
    const $self = 'https://example.test/main.yaml';
    const ran = await run({ $self, workflow: { outputs: { id: '$self' } } });
    expect(ran.outputs).toEqual({ id: $self });
  });

  requirement('B-SELF-09 inputs refer to components by pointer', async () => {
    const inputs = { properties: { b: { $ref: '#/components/inputs/text' } } };
    const components = { inputs: { text: { type: 'string' } } };
    const fields = { components, workflow: { inputs } };
    expect(await findings(fields)).toEqual([]);
    const { validateInputs } = (await load(fields)).workflow();
    expect(validateInputs({ b: 'x' })).toEqual([]);
    expect(validateInputs({ b: 1 })).not.toEqual([]);
  });

  requirement('B-SELF-09 inputs refer to components by anchor', async () => {
    const inputs = { properties: { a: { $ref: '#count' } } };
    const components = { inputs: { n: { $anchor: 'count', type: 'integer' } } };
    const fields = { components, workflow: { inputs } };
    expect(await findings(fields)).toEqual([]);
    const { validateInputs } = (await load(fields)).workflow();
    expect(validateInputs({ a: 1 })).toEqual([]);
    expect(validateInputs({ a: 'x' })).not.toEqual([]);
  });

  requirement(
    'B-SELF-10 the fragment of an operationPath is a JSON Pointer',
    async () => {
      const openapi = toApi({ one: 'GET /a b/{x}', two: 'GET /~' });
      const path = (pointer: string): Fields => ({
        stepId: `s${pointer.length}`,
        operationPath: `{$sourceDescriptions.api.url}#${pointer}`,
        parameters: [{ name: 'x', in: 'path', value: 1 }],
      });
      const steps = [path('/paths/~1a%20b~1%7Bx%7D/get'), path('/paths/~1~0/get')];
      expect((await run({ steps }, { openapi })).paths).toEqual(['/a%20b/1', '/~']);
    },
  );

  requirement(
    'B-SELF-11 the server comes from the API description, not from $self',
    async () => {
      const { paths, status } = await run({ $self: 'https://elsewhere.test/main.yaml' });
      expect([paths, status]).toEqual([['/one'], 'completed']);
    },
  );

  requirement(
    'B-SRC-03 the name of an operation comes before a field of the source',
    async () => {
      const steps = [
        { stepId: 'one', operationId: '$sourceDescriptions.api.url' },
        { stepId: 'two', operationId: '$sourceDescriptions.api.two' },
      ];
      const workflow = { outputs: { type: '$sourceDescriptions.api.type' } };
      const openapi = toApi({ url: 'GET /named-url', two: 'GET /two' });
      const ran = await run({ steps, workflow }, { openapi });
      expect(ran.paths).toEqual(['/named-url', '/two']);
      expect(ran.outputs).toEqual({ type: 'openapi' });
    },
  );
});
