import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';
import type { RunSetup } from './support/run.ts';
import type { Answer } from './support/scripted-server.ts';

const { errors, findings, run } = inVersion('1.1.0');
const at = '/workflows/0/steps/0/outputs/v';
const ofOutput = (v: string): Fields => ({ steps: [{ stepId: 'one', outputs: { v } }] });

async function sent(value: unknown, inputs: RunSetup['inputs'] = {}): Promise<unknown> {
  const requestBody = { contentType: 'application/json', payload: { v: value } };
  const steps = [{ stepId: 'one', requestBody }];
  const { request } = await run({ steps }, { inputs, operations: { one: 'POST /one' } });
  return (JSON.parse(request.body) as { readonly v?: unknown }).v;
}

async function outputOf(v: string, answer: Answer): Promise<unknown> {
  const workflow = { outputs: { v: '$steps.one.outputs.v' } };
  return (await run({ ...ofOutput(v), workflow }, { answers: [answer] })).outputs['v'];
}

const xml: Answer = { body: '<a>1</a>', headers: { 'Content-Type': 'application/xml' } };

describe('in Arazzo 1.1', () => {
  requirement('B-EXPR-03 an expression follows the grammar of 1.1', async () => {
    for (const expression of [
      '$steps.one.response.body',
      '$components.foo',
      '$workflows.a.b',
    ]) {
      const found = await findings(ofOutput(expression), { strict: true });
      expect([expression, found[0]]).toEqual([
        expression,
        expect.stringMatching(new RegExp(`^error \\S+ ${at}$`, 'u')),
      ]);
    }
    for (const expression of [
      '$steps.one.outputs.v#/a',
      '$workflows.main.outputs.x#/0',
      '$workflows.main.inputs.x',
    ]) {
      expect(
        (await errors(ofOutput(expression))).filter((each) => each.startsWith('INVALID')),
      ).toEqual([]);
    }
  });

  requirement('B-EXPR-04 braces end an expression within a text', async () => {
    expect(await sent('{$inputs.a#/b}b}', { a: { b: 1 } })).toBe('1b}');
    expect(await sent('{$inputs.a}{$inputs.b}', { a: 1, b: 2 })).toBe('12');
  });

  requirement('B-EXPR-05 a scalar within a text becomes its text', async () => {
    const inputs = { t: true, n: null, d: 1.5, s: 'x' };
    expect(await sent('{$inputs.t} {$inputs.n} {$inputs.d} {$inputs.s}', inputs)).toBe(
      'true null 1.5 x',
    );
  });

  requirement('B-EXPR-06 an object within a text becomes JSON', async () => {
    expect(await sent('o={$inputs.o} l={$inputs.l}', { o: { a: 1 }, l: [1, 'x'] })).toBe(
      'o={"a":1} l=[1,"x"]',
    );
  });

  requirement('B-EXPR-07 a text within a text stays as it is', async () => {
    expect(await sent('x{$inputs.x}', { x: '<a b="c">\n{}</a>' })).toBe(
      'x<a b="c">\n{}</a>',
    );
  });

  requirement('B-EXPR-08 an XML answer is a text, read when XPath asks', async () => {
    expect(await outputOf('$response.body', xml)).toBe('<a>1</a>');
    const successCriteria = [
      { type: 'xpath', context: '$response.body', condition: '/a = 1' },
    ];
    const { status } = await run(
      { steps: [{ stepId: 'one', successCriteria }] },
      { answers: [xml] },
    );
    expect(status).toBe('completed');
  });

  requirement('B-EXPR-09 names of headers have no case, other names have', async () => {
    const headers = { 'X-Thing': 'h' };
    expect(await outputOf('$response.header.x-tHING', { headers })).toBe('h');
    expect(await sent('$inputs.A', { a: 1 })).toBeUndefined();
  });

  requirement(
    'B-EXPR-10 a source that there is not is pointed out, and is nothing',
    async () => {
      for (const expression of [
        '$request.payload',
        '$message.body',
        '$message.query.x',
      ]) {
        const found = await findings(ofOutput(expression));
        expect([expression, found]).toEqual([
          expression,
          [expect.stringMatching(new RegExp(`^warning \\S+ ${at}$`, 'u'))],
        ]);
        expect(await outputOf(expression, 200)).toBeUndefined();
      }
    },
  );

  requirement('B-EXPR-11 a step of another workflow can be named', async () => {
    const found = await errors(ofOutput('$workflows.other.steps.s.outputs.x'));
    expect(found.filter((each) => each.startsWith('INVALID'))).toEqual([]);
  });

  requirement('B-EXPR-12 dots lead into a value, with a warning', async () => {
    const expression = '$response.body.a.b';
    expect(await findings(ofOutput(expression))).toEqual([
      `warning DOTTED_NAVIGATION ${at}`,
    ]);
    expect(await outputOf(expression, { body: { a: { b: 7 } } })).toBe(7);
  });
});
