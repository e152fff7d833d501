import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';
import type { RunSetup } from './support/run.ts';
import type { Answer } from './support/scripted-server.ts';

/** How an expression is evaluated: as an output of the only step. */
interface Evaluation {
  readonly answer?: Answer;
  readonly inputs?: RunSetup['inputs'];
  readonly step?: Fields;
  readonly operation?: string | Fields;
}

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, findings, load, run } = inVersion(version);

  /** The values of outputs of the only step. */
  const valuesOf = async (
    outputs: Fields,
    { answer = 200, inputs = {}, step, operation = 'GET /one' }: Evaluation = {},
  ): Promise<Fields> => {
    const names = Object.keys(outputs).map((name) => [
      name,
      `$steps.one.outputs.${name}`,
    ]);
    const ran = await run(
      {
        steps: [{ stepId: 'one', outputs, ...step }],
        workflow: { outputs: Object.fromEntries(names) as Fields },
      },
      { answers: [answer], inputs, operations: { one: operation } },
    );
    return ran.outputs;
  };
  const valueOf = async (expression: string, evaluation?: Evaluation): Promise<unknown> =>
    (await valuesOf({ v: expression }, evaluation))['v'];
  const sent = async (
    value: unknown,
    inputs: RunSetup['inputs'] = {},
  ): Promise<unknown> => {
    const requestBody = { contentType: 'application/json', payload: { v: value } };
    const ran = await run(
      { steps: [{ stepId: 'one', requestBody }] },
      { inputs, operations: { one: 'POST /one' } },
    );
    return (JSON.parse(ran.request.body) as { v?: unknown }).v;
  };

  requirement('A-EXPR-01 $url is the whole URL of the request', async () => {
    const parameters = [
      { name: 'id', in: 'path', value: 'a b' },
      { name: 'q', in: 'query', value: 1 },
    ];
    const url = await valueOf('$url', {
      step: { parameters },
      operation: 'GET /things/{id}',
    });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/things\/a%20b\?q=1$/u);
  });

  requirement('A-EXPR-02 $method is the method of the request', async () => {
    expect(
      String(await valueOf('$method', { operation: 'POST /one' })).toUpperCase(),
    ).toBe('POST');
    const successCriteria = [
      { condition: "$method == 'get'" },
      { condition: "$method == 'GET'" },
    ];
    expect((await run({ steps: [{ stepId: 'one', successCriteria }] })).status).toBe(
      'completed',
    );
  });

  requirement('A-EXPR-03 $statusCode is a number', async () => {
    expect(await valueOf('$statusCode', { answer: 201 })).toBe(201);
  });

  requirement('A-EXPR-04 a header of the request is found in any case', async () => {
    const parameters = [{ name: 'X-Trace', in: 'header', value: 'abc' }];
    expect(await valueOf('$request.header.x-TRACE', { step: { parameters } })).toBe(
      'abc',
    );
  });

  requirement('A-EXPR-05 a query parameter is found by its exact name', async () => {
    const parameters = [{ name: 'Page', in: 'query', value: 2 }];
    expect(await valueOf('$request.query.Page', { step: { parameters } })).toBe(2);
    expect(
      await valueOf('$request.query.page', { step: { parameters } }),
    ).toBeUndefined();
  });

  requirement('A-EXPR-06 a path parameter has its value', async () => {
    const parameters = [{ name: 'id', in: 'path', value: 'a/b' }];
    const evaluation = { step: { parameters }, operation: 'GET /things/{id}' };
    expect(await valueOf('$request.path.id', evaluation)).toBe('a/b');
  });

  requirement('A-EXPR-07 a parameter that was not declared has no value', async () => {
    expect(await valueOf('$request.header.foo')).toBeUndefined();
    expect(await valueOf('$request.query.foo')).toBeUndefined();
  });

  requirement('A-EXPR-08 the body of the request is that which was sent', async () => {
    const requestBody = {
      contentType: 'application/json',
      payload: { a: '$inputs.n', b: 0 },
      replacements: [{ target: '/b', value: [1, 2] }],
    };
    const values = await valuesOf(
      { all: '$request.body', part: '$request.body#/b/1' },
      { step: { requestBody }, operation: 'POST /one', inputs: { n: 5 } },
    );
    expect(values).toEqual({ all: { a: 5, b: [1, 2] }, part: 2 });
  });

  requirement(
    'A-EXPR-09 a header of the answer is found in any case, with one value',
    async () => {
      const headers = { 'X-Expires-After': 'soon', 'Set-Cookie': ['a=1', 'b=2'] };
      const values = await valuesOf(
        {
          after: '$response.header.x-expires-AFTER',
          cookie: '$response.header.Set-Cookie',
        },
        { answer: { headers } },
      );
      expect(values['after']).toBe('soon');
      expect(values['cookie']).toMatch(/^a=1/u);
    },
  );

  requirement('A-EXPR-10 the body of the answer is a value, or a text', async () => {
    const type = (contentType: string): Fields => ({ 'Content-Type': contentType });
    expect(await valueOf('$response.body', { answer: { body: { a: [1] } } })).toEqual({
      a: [1],
    });
    const xml = { body: '<a>1</a>', headers: type('application/xml') as never };
    expect(await valueOf('$response.body', { answer: xml })).toBe('<a>1</a>');
    const text = { body: '123', headers: type('text/plain') as never };
    expect(await valueOf('$response.body', { answer: text })).toBe('123');
    const problem = {
      body: '{"a":1}',
      headers: type('application/problem+json') as never,
    };
    expect(await valueOf('$response.body', { answer: problem })).toEqual({ a: 1 });
  });

  requirement('A-EXPR-11 a JSON Pointer leads into the body', async () => {
    const body = [{ id: 7, 'a/b': 1, '~': 2, '': 3 }];
    const values = await valuesOf(
      {
        id: '$response.body#/0/id',
        slash: '$response.body#/0/a~1b',
        tilde: '$response.body#/0/~0',
        empty: '$response.body#/0/',
        all: '$response.body#',
        none: '$response.body#/1/id',
      },
      { answer: { body } },
    );
    expect(values).toEqual({ id: 7, slash: 1, tilde: 2, empty: 3, all: body });
  });

  requirement('A-EXPR-12 the name of an input may have hyphens', async () => {
    expect(await valueOf('$inputs.x-api-key', { inputs: { 'x-api-key': 'k' } })).toBe(
      'k',
    );
  });

  requirement('A-EXPR-13 an input is seen in part, by pointer or by dots', async () => {
    const inputs = { customer: { firstName: 'Ann' }, 'a.b': 1, a: { b: 2 } };
    const values = await valuesOf(
      {
        pointer: '$inputs.customer#/firstName',
        dots: '$inputs.customer.firstName',
        exact: '$inputs.a.b',
      },
      { inputs },
    );
    expect(values).toEqual({ pointer: 'Ann', dots: 'Ann', exact: 1 });
  });

  requirement('A-EXPR-15 an output of a step is seen whole and in part', async () => {
    const steps = [
      { stepId: 'some-Step', operationId: 'one', outputs: { pets: '$response.body' } },
    ];
    const outputs = {
      all: '$steps.some-Step.outputs.pets',
      part: '$steps.some-Step.outputs.pets#/0/id',
    };
    const ran = await run(
      { steps, workflow: { outputs } },
      { answers: [{ body: [{ id: 1 }] }] },
    );
    expect(ran.outputs).toEqual({ all: [{ id: 1 }], part: 1 });
  });

  requirement('A-EXPR-17 the url of a source is known', async () => {
    expect(await valueOf('$sourceDescriptions.api.url')).toMatch(/api\.yaml$/u);
  });

  requirement('A-EXPR-18 $components stands in references only', async () => {
    const components = { parameters: { p: { name: 'p', in: 'query', value: 1 } } };
    const ran = await run({
      components,
      steps: [{ stepId: 'one', parameters: [{ reference: '$components.parameters.p' }] }],
      workflow: { outputs: { v: '$components.parameters.p' } },
    });
    expect(ran.request.url).toBe('/one?p=1');
    expect(ran.outputs).toEqual({});
  });

  requirement('A-EXPR-19 an expression that stands alone keeps the type', async () => {
    const body = { list: [1], object: {}, n: 0, yes: true, nothing: null, text: '1' };
    const outputs = Object.keys(body).map((name) => [name, `$response.body#/${name}`]);
    expect(
      await valuesOf(Object.fromEntries(outputs) as Fields, { answer: { body } }),
    ).toEqual(body);
  });

  requirement('A-EXPR-20 a text may have several expressions', async () => {
    const inputs = { a: 1, b: true, c: 'x' };
    expect(await sent('{$inputs.a}-{$inputs.b}{$inputs.c}!', inputs)).toBe('1-truex!');
  });

  requirement('A-EXPR-21 an expression in braces becomes a text', async () => {
    expect(await sent('{$inputs.n}', { n: 5 })).toBe('5');
  });

  requirement('A-EXPR-22 what is no expression stays as it is', async () => {
    for (const text of [
      '$5.00',
      '$.items[*]',
      'a $inputs.b',
      '$unknown.x',
      '{a}',
      '$',
      '{$}',
    ]) {
      expect(await sent(text, { b: 1 })).toBe(text);
    }
  });

  requirement('A-EXPR-23 what was put in is not evaluated again', async () => {
    const inputs = { a: '{$inputs.secret}', b: '$inputs.secret', secret: 's' };
    expect(await sent('$inputs.a', inputs)).toBe('{$inputs.secret}');
    expect(await sent('x{$inputs.a}{$inputs.b}', inputs)).toBe(
      'x{$inputs.secret}$inputs.secret',
    );
  });

  requirement(
    'A-EXPR-24 what a step has not left is nothing, and pointed out',
    async () => {
      const outputs = {
        no: '$steps.nope.outputs.x',
        gone: '$steps.one.outputs.gone',
        later: '$steps.two.outputs.v',
      };
      const onSuccess = [{ name: 'stop', type: 'end' }];
      const steps = [
        { stepId: 'one', onSuccess },
        { stepId: 'two', outputs: { v: '$statusCode' } },
      ];
      const fields = { steps, workflow: { outputs } };
      expect(await findings(fields)).toEqual([
        'warning UNKNOWN_STEP /workflows/0/outputs/no',
        'warning UNKNOWN_OUTPUT /workflows/0/outputs/gone',
      ]);
      expect((await run(fields)).output).toEqual({ status: 'completed', outputs: {} });
    },
  );

  requirement('A-EXPR-25 an expression that breaks the grammar is an error', async () => {
    for (const expression of ['$steps.', '$request.foo.x', '$response.header.']) {
      const steps = [{ stepId: 'one', outputs: { v: expression } }];
      expect([expression, await errors({ steps })]).toEqual([
        expression,
        ['INVALID_EXPRESSION /workflows/0/steps/0/outputs/v'],
      ]);
    }
    const slashless = [{ stepId: 'one', outputs: { v: '$response.body#foo' } }];
    expect(await findings({ steps: slashless })).toEqual([
      expect.stringContaining('/workflows/0/steps/0/outputs/v'),
    ]);
  });

  requirement('A-EXPR-26 the name of a header may have all its characters', async () => {
    const headers = { 'X_Foo!': 'a', "x-.~'*": 'b' };
    const values = await valuesOf(
      { a: '$response.header.X_Foo!', b: "$response.header.x-.~'*" },
      { answer: { headers } },
    );
    expect(values).toEqual({ a: 'a', b: 'b' });
  });

  requirement('A-EXPR-27 names lead to nothing that is not there', async () => {
    const outputs = {
      a: '$inputs.__proto__',
      b: '$inputs.constructor',
      c: '$steps.constructor.outputs.x',
      d: '$response.body#/__proto__/toString',
      e: '$response.header.constructor',
      f: '$inputs.toString.name',
    };
    const found = await valuesOf(outputs, { answer: { body: {} } });
    expect(found).toEqual({});
    const { config } = (await load({ steps: [{ stepId: 'one', outputs }] })).workflow();
    expect(config.id).toBe('main');
  });
});
