import { describe, expect } from 'vitest';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const x = { 'x-a': { b: [null, 1, 'c'] } };

/** The objects of a model that have kept the extension. */
function pathsWithExtensions(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { path, extensions } = value as { path?: string; extensions?: unknown };
  const own = JSON.stringify(extensions) === JSON.stringify(x) ? [path ?? ''] : [];
  return [...own, ...Object.values(value).flatMap(pathsWithExtensions)];
}

describe.each(versions)('in Arazzo %s', (version) => {
  const { findings, model, run } = inVersion(version);

  requirement('A-EXT-01 objects of the document may have extensions', async () => {
    const criterion = {
      condition: '$',
      type: { type: 'jsonpath', version: 'rfc9535', ...x },
    };
    const type =
      version === '1.0.1'
        ? 'draft-goessner-dispatch-jsonpath-00'
        : criterion.type.version;
    const fields = {
      ...x,
      info: { title: 'T', version: '1', ...x },
      sourceDescriptions: [{ name: 'api', url: './api.yaml', type: 'openapi', ...x }],
      components: { ...x },
      workflow: { ...x, parameters: [{ name: 'p', in: 'query', value: 1, ...x }] },
      steps: [
        {
          stepId: 'one',
          ...x,
          requestBody: {
            payload: {},
            replacements: [{ target: '/a', value: 1, ...x }],
            ...x,
          },
          successCriteria: [
            {
              context: '$response.body',
              ...criterion,
              ...x,
              type: { ...criterion.type, version: type },
            },
          ],
          onSuccess: [{ name: 'a', type: 'end', ...x }],
          onFailure: [{ name: 'a', type: 'end', ...x }],
        },
      ],
    };
    const found = await findings(fields);
    expect(found.filter((each) => /FIELD|EXTENSION/u.test(each))).toEqual([]);
    const { document } = await model(fields);
    expect(pathsWithExtensions(document)).toEqual([
      '',
      '/info',
      '/sourceDescriptions/0',
      '/workflows/0',
      '/workflows/0/steps/0',
      '/workflows/0/steps/0/requestBody',
      '/workflows/0/steps/0/requestBody/replacements/0',
      '/workflows/0/steps/0/successCriteria/0',
      '/workflows/0/steps/0/onSuccess/0',
      '/workflows/0/steps/0/onFailure/0',
      '/workflows/0/parameters/0',
      '/components',
    ]);
  });

  requirement('A-EXT-03 an extension may have any value', async () => {
    const extensions = {
      'x-null': null,
      'x-n': 1,
      'x-text': 'a',
      'x-list': [1],
      'x-o': { a: {} },
    };
    const { document } = await model({ workflow: extensions });
    expect(document?.workflows[0]?.extensions).toEqual(extensions);
  });

  requirement('A-EXT-04 reserved prefixes are a warning', async () => {
    for (const name of ['x-oai-a', 'x-oas-a', 'x-arazzo-a']) {
      expect(await findings({ info: { title: 'T', version: '1', [name]: 1 } })).toEqual([
        `warning RESERVED_EXTENSION /info/${name}`,
      ]);
    }
  });

  requirement('A-EXT-05 an extension that nobody knows changes nothing', async () => {
    const operation = { url: 'https://elsewhere.test', method: 'post' };
    const steps = [{ stepId: 'one', 'x-operation': operation, 'x-security': [] }];
    expect(await findings({ steps })).toEqual([]);
    const { request } = await run({ steps });
    expect([request.method, request.url]).toEqual(['GET', '/one']);
  });
});
