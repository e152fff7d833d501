import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';
import type { RunSetup } from './support/run.ts';
import type { Answer } from './support/scripted-server.ts';

const { errors, run } = inVersion('1.1.0');
const body = { user: { id: 7, mails: ['a', 'b'] } };
const xml: Answer = {
  body: '<Invoice><Header><InvoiceNumber>N1</InvoiceNumber></Header></Invoice>',
  headers: { 'Content-Type': 'application/xml' },
};
const select = (
  selector: string,
  type: unknown = 'jsonpath',
  context = '$response.body',
): Fields => ({
  context,
  selector,
  type,
});

/** The value of an output of the only step. */
async function valueOf(output: unknown, answer: Answer = { body }): Promise<unknown> {
  const steps = [{ stepId: 'one', outputs: { v: output } }];
  const workflow = { outputs: { v: '$steps.one.outputs.v' } };
  return (await run({ steps, workflow }, { answers: [answer] })).outputs['v'];
}

async function sent(
  requestBody: Fields,
  inputs: RunSetup['inputs'] = {},
): Promise<string> {
  const steps = [{ stepId: 'one', requestBody }];
  const { request } = await run({ steps }, { inputs, operations: { one: 'POST /one' } });
  return request.body;
}

const json = (fields: Fields): Fields => ({ contentType: 'application/json', ...fields });

describe('in Arazzo 1.1', () => {
  requirement('B-SEL-01 a Selector Object has context, selector and type', async () => {
    const whole = select('$.id');
    for (const field of ['context', 'selector', 'type']) {
      const { [field]: _left, ...rest } = whole;
      const steps = [{ stepId: 'one', outputs: { v: rest } }];
      const found = await errors({ steps });
      expect([field, found[0]]).toEqual([
        field,
        expect.stringContaining('/workflows/0/steps/0/outputs/v'),
      ]);
    }
    expect(await errors({ steps: [{ stepId: 'one', outputs: { v: whole } }] })).toEqual(
      [],
    );
  });

  requirement('B-SEL-02 the context of a selector is structured', async () => {
    expect(await valueOf(select('$', 'jsonpath', '$statusCode'))).toBeUndefined();
    expect(
      await valueOf(select('$.id', 'jsonpath', '$response.body#/user/id')),
    ).toBeUndefined();
    expect(
      await valueOf(select('$.id', 'jsonpath', '$response.body#/gone')),
    ).toBeUndefined();
  });

  requirement('B-SEL-03 outputs are selected in every language', async () => {
    expect(await valueOf(select('$.user.id'))).toBe(7);
    expect(await valueOf(select('/user/id', 'jsonpointer'))).toBe(7);
    expect(
      await valueOf(select('/user/id', { type: 'jsonpointer', version: 'rfc6901' })),
    ).toBe(7);
    expect(await valueOf(select('//InvoiceNumber', 'xpath'), xml)).toBe('N1');
  });

  requirement(
    'B-SEL-03 selectors stand in outputs of workflows, parameters, payloads and replacements',
    async () => {
      const inputs = { user: { id: 7 } };
      const id = select('$.id', 'jsonpath', '$inputs.user');
      const ran = await run(
        {
          steps: [{ stepId: 'one', parameters: [{ name: 'q', in: 'query', value: id }] }],
          workflow: { outputs: { v: id } },
        },
        { inputs },
      );
      expect([ran.request.url, ran.outputs]).toEqual(['/one?q=7', { v: 7 }]);
      expect(await sent(json({ payload: { a: [{ b: id }] } }), inputs)).toBe(
        '{"a":[{"b":7}]}',
      );
      const replacements = [{ target: '/a', value: id }];
      expect(await sent(json({ payload: { a: 0 }, replacements }), inputs)).toBe(
        '{"a":7}',
      );
    },
  );

  requirement('B-PARAM-04 a value may be a Selector Object', async () => {
    const value = select('$.id', 'jsonpath', '$inputs.user');
    const steps = [{ stepId: 'one', parameters: [{ name: 'q', in: 'query', value }] }];
    expect((await run({ steps }, { inputs: { user: { id: 7 } } })).request.url).toBe(
      '/one?q=7',
    );
  });

  requirement(
    'B-SEL-04 one node is a value, several are a list, none is nothing',
    async () => {
      expect(await valueOf(select('$.user.mails[0]'))).toBe('a');
      expect(await valueOf(select('$.user.mails[*]'))).toEqual(['a', 'b']);
      expect(await valueOf(select('$.user.mails'))).toEqual(['a', 'b']);
      expect(await valueOf(select('$.user.gone'))).toBeUndefined();
    },
  );

  requirement('B-SEL-05 only what has all fields of a selector is one', async () => {
    const literal = { context: 'a', selector: 'b' };
    expect(JSON.parse(await sent(json({ payload: { v: literal } })))).toEqual({
      v: literal,
    });
    const extra = { context: '$inputs.user', selector: '$.id', type: 'sort-of', more: 1 };
    expect(JSON.parse(await sent(json({ payload: { v: extra } }), { user: 1 }))).toEqual({
      v: { ...extra, context: 1 },
    });
  });

  requirement('B-SEL-06 a part of an XML text is selected by XPath', async () => {
    const steps = [
      { stepId: 'fetchXml', outputs: { invoiceXml: '$response.body' } },
      {
        stepId: 'two',
        outputs: {
          number: select(
            '/Invoice/Header/InvoiceNumber',
            'xpath',
            '$steps.fetchXml.outputs.invoiceXml',
          ),
        },
      },
    ];
    const workflow = { outputs: { number: '$steps.two.outputs.number' } };
    expect((await run({ steps, workflow }, { answers: [xml, 200] })).outputs).toEqual({
      number: 'N1',
    });
  });

  requirement('B-REPL-01 a replacement sets every match of its JSONPath', async () => {
    const payload = {
      items: [
        { sku: 'A', n: 1 },
        { sku: 'B', n: 1 },
        { sku: 'A', n: 1 },
      ],
    };
    const target = "$.items[?(@.sku=='A')].n";
    for (const targetSelectorType of [
      'jsonpath',
      { type: 'jsonpath', version: 'rfc9535' },
    ]) {
      const replacements = [{ target, targetSelectorType, value: 5 }];
      const { items } = JSON.parse(await sent(json({ payload, replacements }))) as {
        readonly items: readonly { readonly n: number }[];
      };
      expect(items.map(({ n }) => n)).toEqual([5, 1, 5]);
    }
    const wrong = {
      payload,
      replacements: [{ target, targetSelectorType: 'jmespath', value: 5 }],
    };
    expect(await errors({ steps: [{ stepId: 'one', requestBody: wrong }] })).toContain(
      'INVALID_VALUE /workflows/0/steps/0/requestBody/replacements/0/targetSelectorType',
    );
  });

  requirement(
    'B-REPL-02 without a language the target is an XPath in XML, else a pointer',
    async () => {
      const payload = '<o><q>1</q></o>';
      const replacements = [{ target: '/o/q', value: 10 }];
      for (const contentType of [
        'application/xml',
        'text/xml',
        'application/soap+xml; charset=utf-8',
      ]) {
        expect(await sent({ contentType, payload, replacements })).toBe(
          '<o><q>10</q></o>',
        );
      }
      expect(await sent(json({ payload: { o: { q: 1 } }, replacements }))).toBe(
        '{"o":{"q":10}}',
      );
    },
  );

  requirement(
    'B-REPL-03 the value of a replacement may be a Selector Object',
    async () => {
      const value = select('$.id', 'jsonpath', '$inputs.user');
      const replacements = [{ target: '/id', value }];
      expect(await sent(json({ payload: {}, replacements }), { user: { id: 7 } })).toBe(
        '{"id":7}',
      );
    },
  );
});
