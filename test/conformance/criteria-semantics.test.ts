import { describe, expect } from 'vitest';
import type { Json } from '../../src/index.ts';
import type { Fields } from './support/document.ts';
import { inVersion } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';
import type { RunSetup } from './support/run.ts';
import type { Answer } from './support/scripted-server.ts';

const { findings, run } = inVersion('1.1.0');
const at = '/workflows/0/steps/0/successCriteria/0';

/** Whether a criterion holds for the body of an answer. */
async function holds(
  criterion: Fields,
  body: unknown = {},
  inputs: RunSetup['inputs'] = {},
): Promise<boolean> {
  const answer: Answer =
    typeof body === 'string' && body.startsWith('<')
      ? { body, headers: { 'Content-Type': 'application/xml' } }
      : { body };
  const steps = [{ stepId: 'one', successCriteria: [criterion] }];
  const { status } = await run(
    { steps },
    { answers: [answer], inputs, options: { allowErrors: true } },
  );
  return status === 'completed';
}

function simple(condition: string): Fields {
  return { condition };
}

function of(type: unknown, condition: string, context = '$response.body'): Fields {
  return { type, context, condition };
}

async function findingsOf(criterion: Fields, strict = false): Promise<readonly string[]> {
  return findings(
    { steps: [{ stepId: 'one', successCriteria: [criterion] }] },
    { strict },
  );
}

describe('in Arazzo 1.1', () => {
  requirement('B-CRIT-01 expressions in a condition are put in first', async () => {
    const inputs: Readonly<Record<string, Json>> = { s: 'sold', p: 'a|b', min: 5 };
    const jsonpath = of('jsonpath', '$[?(@.status == "{$inputs.s}")]');
    expect(await holds(jsonpath, [{ status: 'sold' }], inputs)).toBe(true);
    expect(await holds(jsonpath, [{ status: 'free' }], inputs)).toBe(false);
    const regex = of('regex', '^({$inputs.p})$', '$response.body#/v');
    expect(await holds(regex, { v: 'b' }, inputs)).toBe(true);
    expect(await holds(regex, { v: 'c' }, inputs)).toBe(false);
    const xpath = of('xpath', '/root/items[price > {$inputs.min}]');
    expect(
      await holds(xpath, '<root><items><price>6</price></items></root>', inputs),
    ).toBe(true);
    expect(
      await holds(xpath, '<root><items><price>5</price></items></root>', inputs),
    ).toBe(false);
  });

  requirement('B-CRIT-02 the braces of a pattern are no expression', async () => {
    const criterion = of('regex', String.raw`^2\d{2}$`, '$statusCode');
    expect(await findingsOf(criterion)).toEqual([]);
    expect(await holds(criterion)).toBe(true);
  });

  requirement('B-CRIT-03 a simple condition holds when it is true', async () => {
    const body = { yes: true, no: false, nothing: null };
    expect(await holds(simple('$response.body#/yes'), body)).toBe(true);
    expect(await holds(simple('$response.body#/no'), body)).toBe(false);
    expect(await holds(simple('$response.body#/nothing'), body)).toBe(false);
    expect(await holds(simple('$response.body#/gone'), body)).toBe(false);
  });

  requirement('B-CRIT-04 a text that is a number is compared as one', async () => {
    expect(await holds(simple('$response.body#/n > 9'), { n: '10' })).toBe(true);
    expect(await holds(simple('$response.body#/n > 11'), { n: '10' })).toBe(false);
  });

  requirement('B-CRIT-05 null equals itself and nothing else', async () => {
    const body = { nothing: null, zero: 0, empty: '', no: false };
    expect(await holds(simple('$response.body#/nothing == null'), body)).toBe(true);
    for (const name of ['zero', 'empty', 'no']) {
      expect(await holds(simple(`$response.body#/${name} == null`), body)).toBe(false);
    }
  });

  requirement('B-CRIT-06 a pattern does not match null', async () => {
    const criterion = of('regex', '.*', '$response.body#/v');
    expect(await holds(criterion, { v: null })).toBe(false);
    expect(await holds(criterion, {})).toBe(false);
    expect(await holds(criterion, { v: '' })).toBe(true);
  });

  requirement(
    'B-CRIT-07 a JSONPath holds when it selects something, false included',
    async () => {
      expect(await holds(of('jsonpath', '$.flag'), { flag: false })).toBe(true);
      expect(await holds(of('jsonpath', '$.flag'), { flag: null })).toBe(true);
      expect(await holds(of('jsonpath', '$.flag'), {})).toBe(false);
    },
  );

  requirement(
    'B-CRIT-08 a JSONPath without a context, or that is none, does not hold',
    async () => {
      expect(await holds(of('jsonpath', '$', '$response.body#/v'), { v: null })).toBe(
        false,
      );
      expect(await holds(of('jsonpath', '$', '$response.body#/gone'), {})).toBe(false);
      expect(await holds(of('jsonpath', '$['), {})).toBe(false);
      const comparison = of('jsonpath', "$.status == 'accepted'");
      expect(await findingsOf(comparison)).toEqual([
        `warning LAX_JSONPATH ${at}/condition`,
      ]);
      expect(await findingsOf(comparison, true)).toEqual([
        `error LAX_JSONPATH ${at}/condition`,
      ]);
    },
  );

  requirement('B-CRIT-09 an XPath holds by its effective boolean value', async () => {
    const body = '<r><a>x</a><b/></r>';
    for (const yes of ['/r/a', "'x'", '5', 'true()', '/r/b', 'string(/r/a)']) {
      expect([yes, await holds(of('xpath', yes), body)]).toEqual([yes, true]);
    }
    for (const no of ['/r/c', "''", '0', 'false()', 'string(/r/b)', '()']) {
      expect([no, await holds(of('xpath', no), body)]).toEqual([no, false]);
    }
  });

  requirement(
    'B-CRIT-10 an XPath without a context, or that is none, does not hold',
    async () => {
      expect(await holds(of('xpath', 'true()', '$response.body#/gone'), {})).toBe(false);
      expect(await holds(of('xpath', '/r['), '<r/>')).toBe(false);
      expect(await findingsOf(of('xpath', '/r['))).toEqual([
        `error INVALID_CONDITION ${at}/condition`,
      ]);
      expect(await holds(of('xpath', '/r'), '<r>')).toBe(false);
    },
  );

  requirement(
    'B-CRIT-11 a criterion that cannot be evaluated does not hold',
    async () => {
      const criterion = of('regex', '(', '$statusCode');
      expect(await findingsOf(criterion)).toEqual([
        `error INVALID_CONDITION ${at}/condition`,
      ]);
      expect(await holds(criterion)).toBe(false);
      expect(await holds(simple('$statusCode =='))).toBe(false);
      expect(await holds(of('xpath', "xs:integer('a') = 1"), '<r/>')).toBe(false);
    },
  );

  requirement('B-CRIT-13 B-ETO-01 a type may be an object with its version', async () => {
    const versions = {
      jsonpath: ['rfc9535', 'draft-goessner-dispatch-jsonpath-00'],
      xpath: ['xpath-31', 'xpath-30', 'xpath-20', 'xpath-10'],
    };
    for (const [type, list] of Object.entries(versions)) {
      const condition = type === 'xpath' ? '/r' : '$.r';
      for (const version of list) {
        const criterion = of({ type, version }, condition);
        expect([version, await findingsOf(criterion)]).toEqual([version, []]);
        expect(await holds(criterion, type === 'xpath' ? '<r/>' : { r: 1 })).toBe(true);
      }
    }
  });

  requirement('B-ETO-02 a version belongs to its language', async () => {
    for (const type of [
      { type: 'xpath', version: 'rfc9535' },
      { type: 'jsonpath', version: 'xpath-31' },
      { type: 'jsonpath', version: 'rfc6901' },
      { type: 'xpath', version: 'foo' },
    ]) {
      expect(await findingsOf(of(type, '$'))).toContain(
        `error INVALID_VALUE ${at}/type/version`,
      );
    }
  });

  requirement(
    'B-ETO-03 without a version the newest of the language counts',
    async () => {
      expect(await holds(of('jsonpath', "$[?match(@, 'a.')]"), ['ab'])).toBe(true);
      expect(await holds(of('xpath', 'let $r := /r return exists($r)'), '<r/>')).toBe(
        true,
      );
    },
  );

  requirement(
    'B-ETO-04 an object without a version has the default of its language',
    async () => {
      const criterion = of({ type: 'jsonpath' }, "$[?match(@, 'a.')]");
      const found = await findingsOf(criterion);
      expect(found).toEqual([expect.stringMatching(/^(?:info|warning) /u)]);
      expect(await holds(criterion, ['ab'])).toBe(true);
    },
  );
});
