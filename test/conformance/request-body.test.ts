import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';
import type { Ran, RunSetup } from './support/run.ts';

const at = '/workflows/0/steps/0/requestBody';
const form = 'application/x-www-form-urlencoded';

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, findings, run } = inVersion(version);

  const send = (
    requestBody: Fields,
    inputs: RunSetup['inputs'] = {},
    operation: string | Fields = 'POST /one',
  ): Promise<Ran> =>
    run(
      { steps: [{ stepId: 'one', requestBody }] },
      { inputs, operations: { one: operation } },
    );
  const sentJson = async (
    payload: unknown,
    inputs?: RunSetup['inputs'],
  ): Promise<unknown> =>
    JSON.parse(
      (await send({ contentType: 'application/json', payload }, inputs)).request.body,
    );
  const replaced = async (
    payload: unknown,
    target: string,
    value: unknown,
  ): Promise<unknown> => {
    const body = {
      contentType: 'application/json',
      payload,
      replacements: [{ target, value }],
    };
    return JSON.parse((await send(body, { n: 5 })).request.body);
  };

  requirement('A-BODY-01 contentType is the Content-Type that is sent', async () => {
    const { request } = await send({ contentType: 'application/xml', payload: '<a/>' });
    expect(request.headers['content-type']).toBe('application/xml');
    expect(request.body).toBe('<a/>');
  });

  requirement(
    'A-BODY-02 A-DEF-07 without contentType the operation says it',
    async () => {
      const taking = (...types: string[]): Fields => ({
        at: 'POST /one',
        requestBody: { content: Object.fromEntries(types.map((type) => [type, {}])) },
      });
      const asForm = await send({ payload: { a: 1, b: 'x y' } }, {}, taking(form));
      expect(asForm.request.headers['content-type']).toMatch(new RegExp(`^${form}`, 'u'));
      expect([...new URLSearchParams(asForm.request.body)]).toEqual([
        ['a', '1'],
        ['b', 'x y'],
      ]);
      const asJson = await send(
        { payload: { a: 1 } },
        {},
        taking(form, 'application/json'),
      );
      expect(asJson.request.headers['content-type']).toMatch(/^application\/json/u);
      expect(asJson.request.body).toBe('{"a":1}');
    },
  );

  requirement('A-BODY-03 a leaf of an object may be an expression', async () => {
    expect(await sentJson({ petId: '$inputs.pet_id' }, { pet_id: 7 })).toEqual({
      petId: 7,
    });
  });

  requirement('A-BODY-04 a JSON text may have expressions in braces', async () => {
    expect(await sentJson('{"petId":"{$inputs.pet_id}"}', { pet_id: 'x' })).toEqual({
      petId: 'x',
    });
    expect(await sentJson('{"petId":{$inputs.pet_id}}', { pet_id: 7 })).toEqual({
      petId: 7,
    });
    const { request } = await send(
      { contentType: 'application/json', payload: '{"petId":"{$inputs.pet_id}"}' },
      { pet_id: 7 },
    );
    expect(request.body).toBe('{"petId":"7"}');
  });

  requirement(
    'A-BODY-04 a JSON text stays JSON when objects and quotes are put in',
    async () => {
      const text = '{ "customer": "{$inputs.customer}", "note": "{$inputs.note}" }';
      const inputs = { customer: { name: 'Ann' }, note: 'say "hi"' };
      expect(await sentJson(text, inputs)).toEqual(inputs);
    },
  );

  requirement('A-BODY-05 a payload may be one expression', async () => {
    expect(await sentJson('$inputs.order', { order: { id: [1] } })).toEqual({ id: [1] });
  });

  requirement('A-BODY-06 an XML text may have expressions in braces', async () => {
    const { request } = await send(
      { contentType: 'application/xml', payload: '<petId>{$inputs.pet_id}</petId>\n' },
      { pet_id: 7 },
    );
    expect(request.body).toBe('<petId>7</petId>\n');
  });

  requirement('A-BODY-07 a form is sent from an object', async () => {
    const { request } = await send({ contentType: form, payload: { a: 1, b: 'x & y' } });
    expect(request.body).toMatch(/^a=1&b=x(?:%20|\+)%26(?:%20|\+)y$/u);
  });

  requirement(
    'A-BODY-08 a form may be a text, and a broken expression stays text',
    async () => {
      const payload = 'client_id={$inputs.id}&x={$inputs.x}&s=$inputs.scope}';
      const { request } = await send({ contentType: form, payload }, { id: 'i', x: 2 });
      expect(request.body).toBe('client_id=i&x=2&s=$inputs.scope}');
    },
  );

  requirement('A-BODY-09 expressions are evaluated however deep they stand', async () => {
    const payload = { a: [{ b: ['$inputs.n', { c: 'no {$inputs.n}' }] }] };
    expect(await sentJson(payload, { n: 1 })).toEqual({ a: [{ b: [1, { c: 'no 1' }] }] });
  });

  requirement('A-BODY-10 a payload may have any type', async () => {
    for (const payload of [[1], 5, true, null, {}]) {
      expect(await sentJson(payload)).toEqual(payload);
    }
  });

  requirement('A-BODY-11 replacements are set in the payload', async () => {
    expect(await replaced({ a: 1, b: 1 }, '/a', 2)).toEqual({ a: 2, b: 1 });
  });

  requirement('A-BODY-12 a replacement needs a target', async () => {
    const requestBody = { payload: {}, replacements: [{ value: 1 }] };
    expect(await errors({ steps: [{ stepId: 'one', requestBody }] })).toEqual([
      `MISSING_FIELD ${at}/replacements/0/target`,
    ]);
  });

  requirement('A-BODY-13 a replacement needs a value, of any type', async () => {
    const requestBody = { payload: {}, replacements: [{ target: '/a' }] };
    expect(await errors({ steps: [{ stepId: 'one', requestBody }] })).toEqual([
      `MISSING_FIELD ${at}/replacements/0/value`,
    ]);
    for (const value of [10, null, true, 'x', [1], { b: 1 }]) {
      expect(await replaced({ a: 0 }, '/a', value)).toEqual({ a: value });
    }
    expect(await replaced({ a: 0 }, '/a', '$inputs.n')).toEqual({ a: 5 });
  });

  requirement('A-BODY-14 the target of a replacement is a JSON Pointer', async () => {
    expect(await replaced({ items: [{ id: 1 }] }, '/items/0/id', 2)).toEqual({
      items: [{ id: 2 }],
    });
    expect(await replaced({ 'a/b': 1, '~': 1 }, '/a~1b', 2)).toEqual({
      'a/b': 2,
      '~': 1,
    });
    expect(await replaced({ a: 1 }, '', [3])).toEqual([3]);
  });

  requirement(
    'A-BODY-16 replacements follow each other and change no source',
    async () => {
      const body = {
        contentType: 'application/json',
        payload: '$steps.one.outputs.body',
        replacements: [
          { target: '/a', value: { b: 1 } },
          { target: '/a/b', value: '$steps.one.outputs.body#/a' },
        ],
      };
      const steps = [
        { stepId: 'one', outputs: { body: '$response.body' } },
        { stepId: 'two', requestBody: body },
      ];
      const { requests, outputs } = await run(
        { steps, workflow: { outputs: { body: '$steps.one.outputs.body' } } },
        { operations: { two: 'POST /two' }, answers: [{ body: { a: 0 } }, 200] },
      );
      expect(JSON.parse(requests[1]?.body ?? '')).toEqual({ a: { b: 0 } });
      expect(outputs).toEqual({ body: { a: 0 } });
    },
  );

  requirement(
    'A-BODY-17 a target that is not there is created, unless it stands too deep',
    async () => {
      expect(await replaced({ a: 1 }, '/new', 2)).toEqual({ a: 1, new: 2 });
      const replacements = [{ target: '/no/such', value: 2 }];
      const { output, requests } = await send({ payload: { a: 1 }, replacements });
      expect(requests).toEqual([]);
      expect(output).toMatchObject({
        status: 'failed',
        failure: { error: { type: 'INVALID_REQUEST' } },
      });
    },
  );

  requirement('A-BODY-18 DELETE may have a body, GET cannot', async () => {
    const { request } = await send({ payload: { a: 1 } }, {}, 'DELETE /one');
    expect(request.body).toBe('{"a":1}');
    const { output, requests } = await send({ payload: { a: 1 } }, {}, 'GET /one');
    expect(requests).toEqual([]);
    expect(output).toMatchObject({
      status: 'failed',
      failure: { error: { type: 'INVALID_REQUEST' } },
    });
  });

  requirement('A-BODY-19 a step that calls a workflow has no body', async () => {
    const step = { stepId: 'one', workflowId: 'other', requestBody: { payload: {} } };
    const workflows = [
      { workflowId: 'main', steps: [step] },
      { workflowId: 'other', steps: [{ stepId: 'two' }] },
    ];
    expect(await findings({ workflows })).toContain(`warning IGNORED_FIELD ${at}`);
  });

  requirement('A-BODY-20 a text is sent as it is', async () => {
    const payload = 'just "text"\n\twith  spaces\n';
    const { request } = await send({ contentType: 'text/plain', payload });
    expect(request.body).toBe(payload);
    expect(request.headers['content-type']).toMatch(/^text\/plain/u);
  });

  requirement('B-REPL-04 the target in a form is a pointer to its field', async () => {
    const replacements = [{ target: '/b', value: 'x y' }];
    const { request } = await send({
      contentType: form,
      payload: { a: 1, b: 2 },
      replacements,
    });
    expect([...new URLSearchParams(request.body)]).toEqual([
      ['a', '1'],
      ['b', 'x y'],
    ]);
  });
});
