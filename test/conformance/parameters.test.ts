import { describe, expect } from 'vitest';
import { toApi } from './support/api.ts';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const at = '/workflows/0/steps/0/parameters';

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, run } = inVersion(version);

  const errorsOf = (...parameters: Fields[]): Promise<readonly string[]> =>
    errors({ steps: [{ stepId: 'one', parameters }] });
  const send = (
    parameters: readonly Fields[],
    operation: string | Fields = 'GET /one',
    inputs: Readonly<Record<string, never>> | object = {},
  ): ReturnType<typeof run> =>
    run(
      { steps: [{ stepId: 'one', parameters }] },
      { operations: { one: operation }, inputs: inputs as never },
    );
  const query = async (value: unknown, inputs: object = {}): Promise<string> =>
    (await send([{ name: 'q', in: 'query', value }], 'GET /one', inputs)).request.query;

  requirement('A-PARAM-01 a parameter needs a name, which has a case', async () => {
    expect(await errorsOf({ in: 'query', value: 1 })).toEqual([
      `MISSING_FIELD ${at}/0/name`,
    ]);
    const { request } = await send(
      [
        { name: 'id', in: 'path', value: 'a' },
        { name: 'Id', in: 'path', value: 'b' },
      ],
      'GET /{id}/{Id}',
    );
    expect(request.url).toBe('/a/b');
  });

  requirement('A-PARAM-02 a parameter needs a value, and null is one', async () => {
    expect(await errorsOf({ name: 'q', in: 'query' })).toEqual([
      `MISSING_FIELD ${at}/0/value`,
    ]);
    expect(await errorsOf({ name: 'q', in: 'query', value: null })).toEqual([]);
  });

  requirement('A-PARAM-03 a place that there is not is an error', async () => {
    for (const place of ['path', 'query', 'header', 'cookie']) {
      expect(await errorsOf({ name: 'q', in: place, value: 1 })).toEqual([]);
    }
    expect(await errorsOf({ name: 'q', in: 'body', value: 1 })).toEqual([
      `INVALID_VALUE ${at}/0/in`,
    ]);
  });

  requirement('A-PARAM-04 a parameter of an operation needs a place', async () => {
    expect(await errorsOf({ name: 'q', value: 1 })).toEqual([`MISSING_FIELD ${at}/0/in`]);
  });

  requirement('A-PARAM-05 a path parameter is put into the path, encoded', async () => {
    const path = async (value: unknown): Promise<string> =>
      (await send([{ name: 'id', in: 'path', value }], 'GET /items/{id}')).request.url;
    expect(await path(5)).toBe('/items/5');
    expect(await path('a/b c')).toBe('/items/a%2Fb%20c');
    expect(await path('?#')).toBe('/items/%3F%23');
  });

  requirement('A-PARAM-05 without a path parameter nothing is sent', async () => {
    const id = { name: 'id', in: 'path', value: '$inputs.id' };
    const { output, requests } = await send([id], 'GET /items/{id}');
    expect(requests).toEqual([]);
    expect(output).toMatchObject({
      status: 'failed',
      failure: { stepId: 'one', error: { type: 'INVALID_REQUEST' } },
    });
  });

  requirement('A-PARAM-05 a path parameter that is not given is an error', async () => {
    const files = { './api.yaml': JSON.stringify(toApi({ one: 'GET /items/{id}' })) };
    expect(await errors({ steps: [{ stepId: 'one' }] }, { files })).toEqual([
      expect.stringContaining('/workflows/0/steps/0'),
    ]);
  });

  requirement('A-PARAM-06 a query parameter is appended to the URL', async () => {
    expect(await query(5)).toBe('q=5');
    expect(await query('a&b=c d')).toMatch(/^q=a%26b%3Dc(?:%20|\+)d$/u);
  });

  requirement(
    'A-PARAM-06 lists and objects of a query are exploded as forms',
    async () => {
      expect(await query(['a', 'b'])).toBe('q=a&q=b');
      expect(await query({ a: 1, b: 2 })).toBe('a=1&b=2');
    },
  );

  requirement('A-PARAM-06 a query follows the style of the description', async () => {
    const operation = (field: Fields): Fields => ({
      at: 'GET /one',
      parameters: [{ name: 'q', in: 'query', schema: {}, ...field }],
    });
    const styled = async (value: unknown, field: Fields): Promise<string> =>
      (await send([{ name: 'q', in: 'query', value }], operation(field))).request.query;
    expect(await styled(['a', 'b'], { explode: false })).toBe('q=a,b');
    expect(decodeURIComponent(await styled({ a: 1 }, { style: 'deepObject' }))).toBe(
      'q[a]=1',
    );
    expect(await styled('a/b:c', { allowReserved: true })).toBe('q=a/b:c');
  });

  requirement(
    'A-PARAM-07 a header parameter is sent, and its name has no case',
    async () => {
      const steps = [
        {
          stepId: 'one',
          parameters: [{ name: 'x-api-key', in: 'header', value: 'step' }],
        },
      ];
      const parameters = [{ name: 'X-Api-Key', in: 'header', value: 'workflow' }];
      const { request } = await run({ steps, workflow: { parameters } });
      expect(request.headers['x-api-key']).toBe('step');
    },
  );

  requirement('A-PARAM-08 cookie parameters are sent in one header', async () => {
    const { request } = await send([
      { name: 'a', in: 'cookie', value: 1 },
      { name: 'b', in: 'cookie', value: 2 },
    ]);
    expect(request.headers['cookie']).toBe('a=1; b=2');
  });

  requirement(
    'A-PARAM-09 a parameter is the only one of its name and place',
    async () => {
      const inQuery = { name: 'a', in: 'query', value: 1 };
      const inHeader = { ...inQuery, in: 'header' };
      expect(await errorsOf(inQuery, inHeader)).toEqual([]);
      expect(await errorsOf(inQuery, { ...inQuery, value: 2 })).toEqual([
        expect.stringMatching(/^DUPLICATE_NAME \S+\/parameters\/1/u),
      ]);
    },
  );

  requirement('A-PARAM-11 a value may be any constant', async () => {
    expect(await query('text')).toBe('q=text');
    expect(await query(1.5)).toBe('q=1.5');
    expect(await query(false)).toBe('q=false');
    for (const value of [null, [1, null], { a: { b: [1] } }]) {
      expect(await errorsOf({ name: 'q', in: 'query', value })).toEqual([]);
    }
  });

  requirement('A-PARAM-12 a value may be an expression', async () => {
    expect(await query('$inputs.n', { n: 5 })).toBe('q=5');
    expect(await query('$inputs.list', { list: [1, 2] })).toBe('q=1&q=2');
  });

  requirement('A-PARAM-13 a text may have expressions in braces', async () => {
    const { request } = await send(
      [{ name: 'Authorization', in: 'header', value: 'Bearer {$inputs.token}' }],
      'GET /one',
      { token: 'abc' },
    );
    expect(request.headers['authorization']).toBe('Bearer abc');
  });

  requirement('A-PARAM-14 expressions may stand inside lists and objects', async () => {
    expect(await query(['$inputs.a', 'x{$inputs.b}'], { a: 1, b: 2 })).toBe('q=1&q=x2');
    expect(await query({ b: '$inputs.b' }, { b: 2 })).toBe('b=2');
  });

  requirement(
    'A-PARAM-15 the value of a reference overrides that of the component',
    async () => {
      const components = {
        parameters: { page: { name: 'page', in: 'query', value: 9 } },
      };
      const reference = '$components.parameters.page';
      const url = async (parameter: Fields): Promise<string> => {
        const steps = [{ stepId: 'one', parameters: [parameter] }];
        return (await run({ components, steps })).request.url;
      };
      expect(await url({ reference })).toBe('/one?page=9');
      expect(await url({ reference, value: 1 })).toBe('/one?page=1');
    },
  );

  requirement('A-PARAM-16 what a reference brings twice is an error', async () => {
    const page = { name: 'page', in: 'query', value: 9 };
    const parameters = [page, { reference: '$components.parameters.page' }];
    const steps = [{ stepId: 'one', parameters }];
    expect(await errors({ components: { parameters: { page } }, steps })).toEqual([
      expect.stringMatching(/^DUPLICATE_NAME \S+\/parameters\/1/u),
    ]);
  });

  requirement('A-PARAM-17 parameters of workflow and step are merged', async () => {
    const workflow = {
      parameters: [
        { name: 'a', in: 'query', value: 1 },
        { name: 'b', in: 'header', value: 2 },
      ],
    };
    const parameters = [
      { name: 'a', in: 'query', value: 9 },
      { name: 'c', in: 'path', value: 3 },
    ];
    const { request } = await run(
      { workflow, steps: [{ stepId: 'one', parameters }] },
      { operations: { one: 'GET /{c}' } },
    );
    expect([request.url, request.headers['b']]).toEqual(['/3?a=9', '2']);
  });

  requirement('A-PARAM-18 a parameter whose value is not there is left out', async () => {
    expect(await query('$inputs.missing')).toBe('');
    expect(await query('$steps.one.outputs.missing')).toBe('');
    const steps = [
      { stepId: 'one', parameters: [{ name: 'q', in: 'query', value: '$inputs.q' }] },
    ];
    expect(await errors({ steps })).toEqual([]);
  });
});
