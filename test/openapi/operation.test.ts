import { describe, expect, it } from 'vitest';
import { findResponse } from '../../src/openapi/index.ts';
import type { OpenApiParameter } from '../../src/openapi/index.ts';
import type { JsonObject } from '../../src/openapi/json.ts';
import { describeApi, describeSwagger } from './support/describe-api.ts';

function parameterOf(parameter: JsonObject): OpenApiParameter | undefined {
  return describeApi({ paths: { '/a': { get: { parameters: [parameter] } } } }).read({
    route: 'GET /a',
  })?.parameters[0];
}

describe('parameters', () => {
  it('are those of the path item and the operation, which wins', () => {
    const api = describeApi({
      paths: {
        '/a/{id}': {
          parameters: [
            { $ref: '#/components/parameters/id' },
            { name: 'q', in: 'query', style: 'pipeDelimited' },
          ],
          get: {
            parameters: [
              { name: 'q', in: 'query' },
              { name: 'q', in: 'header' },
            ],
          },
        },
      },
      components: { parameters: { id: { name: 'id', in: 'path' } } },
    });
    const { parameters } = api.read({ route: 'GET /a/{id}' }) ?? {};
    expect(parameters?.map((each) => [each.name, each.in, each.style])).toEqual([
      ['id', 'path', 'simple'],
      ['q', 'query', 'form'],
      ['q', 'header', 'simple'],
    ]);
  });

  it.each([
    [{ in: 'path' }, { style: 'simple', explode: false }],
    [{ in: 'query' }, { style: 'form', explode: true }],
    [
      { in: 'query', style: 'deepObject' },
      { style: 'deepObject', explode: true },
    ],
    [
      { in: 'query', style: 'form', explode: false },
      { style: 'form', explode: false },
    ],
    [
      { in: 'header', explode: true },
      { style: 'simple', explode: true },
    ],
    [{ in: 'cookie' }, { style: 'form', explode: true }],
    [{ in: 'query', allowReserved: true }, { allowReserved: true }],
    [
      { in: 'query', content: { 'application/json': {} } },
      { contentType: 'application/json' },
    ],
    [{ in: 'querystring' }, { in: 'querystring' }],
  ])('have the defaults of their place: %j', (parameter, expected) => {
    expect(parameterOf({ name: 'p', ...parameter })).toMatchObject(expected);
  });

  it.each([
    ['csv', { style: 'form', explode: false }],
    ['ssv', { style: 'spaceDelimited', explode: false }],
    ['tsv', { style: 'tabDelimited', explode: false }],
    ['pipes', { style: 'pipeDelimited', explode: false }],
    ['multi', { style: 'form', explode: true }],
    [undefined, { style: 'form', explode: false }],
  ])('of 2.0 have their collection format: %s', (collectionFormat, expected) => {
    const parameter = {
      name: 'p',
      in: 'query',
      type: 'array',
      items: { type: 'string' },
    };
    const format = collectionFormat === undefined ? {} : { collectionFormat };
    const api = describeSwagger({
      paths: { '/a': { get: { parameters: [{ ...parameter, ...format }] } } },
    });
    const [read] = api.read({ route: 'GET /a' })?.parameters ?? [];
    expect(read).toMatchObject(expected);
    expect(read?.schema()).toEqual({ type: 'array', items: { type: 'string' } });
  });
});

describe('bodies', () => {
  it('have media types with schemas and encodings', () => {
    const api = describeApi({
      paths: {
        '/a': { post: { requestBody: { $ref: '#/components/requestBodies/b' } } },
      },
      components: {
        requestBodies: {
          b: {
            required: true,
            content: {
              'multipart/form-data': {
                schema: { type: 'object' },
                encoding: { file: { contentType: 'image/png' }, ids: { explode: false } },
              },
            },
          },
        },
      },
    });
    const { requestBody } = api.read({ route: 'POST /a' }) ?? {};
    expect(requestBody).toMatchObject({
      required: true,
      mediaTypes: [
        {
          contentType: 'multipart/form-data',
          encoding: {
            file: { contentType: 'image/png' },
            ids: { serialisation: { explode: false } },
          },
        },
      ],
    });
    expect(requestBody?.mediaTypes[0]?.schema()).toEqual({ type: 'object' });
  });

  it('of 2.0 are the body parameter in what the operation consumes', () => {
    const api = describeSwagger({
      consumes: ['application/xml'],
      paths: {
        '/a': {
          post: {
            consumes: ['application/json'],
            parameters: [
              { in: 'body', name: 'b', required: true, schema: { type: 'object' } },
            ],
          },
        },
      },
    });
    const { requestBody, parameters } = api.read({ route: 'POST /a' }) ?? {};
    expect(parameters).toEqual([]);
    expect(requestBody).toMatchObject({
      required: true,
      mediaTypes: [{ contentType: 'application/json' }],
    });
  });

  it('of 2.0 are forms of form parameters', () => {
    const parameters = [
      { in: 'formData', name: 'file', type: 'file', required: true },
      { in: 'formData', name: 'tags', type: 'array', items: { type: 'string' } },
    ];
    const api = describeSwagger({ paths: { '/a': { post: { parameters } } } });
    const [form] = api.read({ route: 'POST /a' })?.requestBody?.mediaTypes ?? [];
    expect(form).toMatchObject({
      contentType: 'multipart/form-data',
      encoding: { tags: { serialisation: { explode: false } } },
    });
    expect(form?.schema()).toEqual({
      type: 'object',
      properties: {
        file: { type: 'string', format: 'binary' },
        tags: { type: 'array', items: { type: 'string' } },
      },
      required: ['file'],
    });
  });
});

describe('responses', () => {
  const { responses } = describeApi({
    paths: {
      '/a': {
        get: {
          responses: {
            200: {
              description: 'OK',
              headers: { 'X-Rate': { required: true, schema: { type: 'integer' } } },
              content: { 'application/json': { schema: { type: 'object' } } },
            },
            '4xx': { $ref: '#/components/responses/error' },
            default: { description: 'Else' },
            'x-note': {},
          },
        },
      },
    },
    components: { responses: { error: { description: 'Error' } } },
  }).read({ route: 'GET /a' }) ?? { responses: [] };

  it('have status, schemas and headers', () => {
    expect(responses.map(({ status }) => status)).toEqual(['200', '4XX', 'default']);
    expect(responses[0]?.mediaTypes[0]?.schema()).toEqual({ type: 'object' });
    expect(responses[0]?.headers['x-rate']?.schema()).toEqual({ type: 'integer' });
  });

  it('are found by the exact status, the range, the default', () => {
    const found = [200, 404, 503].map(
      (code) => findResponse(responses, code)?.description,
    );
    expect(found).toEqual(['OK', 'Error', 'Else']);
  });

  it('of 2.0 are in what the operation produces', () => {
    const api = describeSwagger({
      produces: ['application/xml'],
      paths: {
        '/a': { get: { responses: { 200: { schema: { $ref: '#/definitions/A' } } } } },
      },
      definitions: {
        A: { type: 'object', properties: { a: { $ref: '#/definitions/A' } } },
      },
    });
    const [media] = api.read({ route: 'GET /a' })?.responses[0]?.mediaTypes ?? [];
    expect(media?.contentType).toBe('application/xml');
    expect(media?.schema()).toMatchObject({
      type: 'object',
      properties: { a: { $ref: '#/$defs/A' } },
    });
  });
});
