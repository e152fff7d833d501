import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';
import { toApi } from './support/api.ts';

const api = { name: 'api', url: './api.yaml', type: 'openapi' };
const arazzoSource = (name: string, url: string): Fields => ({
  name,
  url,
  type: 'arazzo',
});
const page = (value: number): Fields => ({
  parameters: { p: { name: 'page', in: 'query', value } },
});
const paging = (stepId: string): Fields => ({
  stepId,
  parameters: [{ reference: '$components.parameters.p' }],
});
const folder = 'https://example.test/docs';

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, findings, run, text } = inVersion(version);

  const b = text({
    components: page(2),
    workflows: [{ workflowId: 'inB', steps: [paging('b')] }],
  });

  requirement('A-DOC-12 A-COMP-04 components belong to their document', async () => {
    const call = { stepId: 'call', workflowId: '$sourceDescriptions.B.inB' };
    const { requests } = await run(
      {
        sourceDescriptions: [api, arazzoSource('B', './b.yaml')],
        components: page(1),
        steps: [paging('a'), call],
      },
      { files: { './b.yaml': b }, operations: { b: 'GET /b' } },
    );
    expect(requests.map(({ url }) => url)).toEqual(['/a?page=1', '/b?page=2']);
  });

  requirement('A-DOC-12 what is not among the sources cannot be named', async () => {
    const steps = [{ stepId: 'call', workflowId: '$sourceDescriptions.B.inB' }];
    expect(await errors({ steps }, { files: { './b.yaml': b } })).toEqual([
      'UNKNOWN_SOURCE /workflows/0/steps/0/workflowId',
    ]);
  });

  requirement(
    'A-SRC-06 an Arazzo source without a type is told by its content',
    async () => {
      const steps = [{ stepId: 'call', workflowId: '$sourceDescriptions.B.inB' }];
      const sourceDescriptions = [api, { name: 'B', url: './b.yaml' }];
      const { paths } = await run(
        { sourceDescriptions, steps },
        { files: { './b.yaml': b }, operations: { b: 'GET /b' } },
      );
      expect(paths).toEqual(['/b']);
    },
  );

  requirement(
    'A-URL-01 A-URL-02 references are relative to the document they stand in',
    async () => {
      const inner = text({
        sourceDescriptions: [{ name: 'api', url: '../c.yaml', type: 'openapi' }],
        workflows: [{ workflowId: 'inB', steps: [{ stepId: 'b' }] }],
      });
      const files = {
        [`${folder}/sub/b.yaml`]: inner,
        [`${folder}/c.yaml`]: JSON.stringify(toApi({ b: 'GET /b' })),
        [`${folder}/api.yaml`]: JSON.stringify(toApi({ other: 'GET /other' })),
      };
      const sourceDescriptions = [arazzoSource('B', 'sub/b.yaml')];
      const steps = [{ stepId: 'call', workflowId: '$sourceDescriptions.B.inB' }];
      expect(await findings({ sourceDescriptions, steps }, { files })).toEqual([]);
      const gone = { ...files, [`${folder}/c.yaml`]: files[`${folder}/api.yaml`] ?? '' };
      expect(await errors({ sourceDescriptions, steps }, { files: gone })).toEqual([
        'UNKNOWN_OPERATION /workflows/0/steps/0/operationId',
      ]);
    },
  );

  requirement('A-URL-03 references are resolved as RFC 3986 says', async () => {
    const cases = [
      ['../z.yaml', 'https://h/z.yaml'],
      ['/z', 'https://h/z'],
      ['?v=2', 'https://h/x/y.yaml?v=2'],
      ['./a/../b.yaml', 'https://h/x/b.yaml'],
      ['//other/z', 'https://other/z'],
    ] as const;
    for (const [url, resolved] of cases) {
      const description = JSON.stringify(toApi({ one: 'GET /one' }));
      const documents = [{ uri: resolved, text: description }];
      const read = async (): Promise<string> => {
        throw new Error('nothing is to be read');
      };
      const fields = { sourceDescriptions: [{ ...api, url }] };
      expect([
        url,
        await findings(fields, { uri: 'https://h/x/y.yaml', documents, read }),
      ]).toEqual([url, []]);
    }
  });

  requirement('A-URL-04 documents may refer to each other', async () => {
    const back = text({
      sourceDescriptions: [api, arazzoSource('A', './main.arazzo.json')],
      workflows: [
        {
          workflowId: 'inB',
          steps: [{ stepId: 'call', workflowId: '$sourceDescriptions.A.leaf' }],
        },
      ],
    });
    const fields = {
      sourceDescriptions: [api, arazzoSource('B', './b.yaml')],
      workflows: [
        {
          workflowId: 'main',
          steps: [{ stepId: 'call', workflowId: '$sourceDescriptions.B.inB' }],
        },
        { workflowId: 'leaf', steps: [{ stepId: 'one' }] },
      ],
    };
    const files = { './b.yaml': back, './main.arazzo.json': text(fields) };
    expect((await run(fields, { files })).paths).toEqual(['/one']);
  });
});
