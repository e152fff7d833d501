import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';
import type { RunSetup } from './support/run.ts';

const at = '/workflows/0/steps/0/successCriteria/0';
const goessner = 'draft-goessner-dispatch-jsonpath-00';

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, findings, run } = inVersion(version);

  const holds = async (
    criterion: Fields,
    answer: RunSetup['answers'],
  ): Promise<boolean> => {
    const successCriteria = [{ context: '$response.body', ...criterion }];
    const steps = [{ stepId: 'one', successCriteria }];
    return (await run({ steps }, { answers: answer ?? [] })).status === 'completed';
  };
  const xml = (body: string): NonNullable<RunSetup['answers']> => [
    { body, headers: { 'Content-Type': 'application/xml' } },
  ];
  const errorsOf = (criterion: Fields): Promise<readonly string[]> =>
    errors({ steps: [{ stepId: 'one', successCriteria: [criterion] }] });

  requirement('A-CRIT-09 A-DEF-06 XPath 3.1 is evaluated on an XML answer', async () => {
    const xpath = (condition: string): Fields => ({ type: 'xpath', condition });
    const ok = xml('<r><s>OK</s></r>');
    expect(await holds(xpath("/r/s[text()='OK']"), ok)).toBe(true);
    expect(await holds(xpath("/r/s[text()='NO']"), ok)).toBe(false);
    expect(await holds(xpath('count(//s) > 0'), ok)).toBe(true);
    expect(await holds(xpath('count(//x) > 0'), ok)).toBe(false);
    expect(await holds(xpath("some $s in //s satisfies lower-case($s) = 'ok'"), ok)).toBe(
      true,
    );
    expect(await holds(xpath('/r'), xml('<r><s>'))).toBe(false);
  });

  requirement('A-CRIT-10 a type may be an object with a version', async () => {
    const type = { type: 'jsonpath', version: goessner };
    const criterion = { context: '$response.body', condition: '$.a', type };
    const steps = [{ stepId: 'one', successCriteria: [criterion] }];
    expect(await findings({ steps })).toEqual([]);
    expect(await holds(criterion, [{ body: { a: 1 } }])).toBe(true);
    expect(await errorsOf({ ...criterion, type: { version: goessner } })).toEqual([
      `MISSING_FIELD ${at}/type/type`,
    ]);
    const flat = {
      context: '$response.body',
      condition: '$.a',
      type: 'jsonpath',
      version: goessner,
    };
    expect(await errorsOf(flat)).toEqual([]);
  });

  requirement('A-CRIT-11 the versions of the languages are known', async () => {
    const of = (type: string, condition: string, language: string): Fields => ({
      context: '$response.body',
      condition,
      type: { type, version: language },
    });
    for (const language of ['xpath-30', 'xpath-20', 'xpath-10']) {
      expect(await errorsOf(of('xpath', '/a', language))).toEqual([]);
    }
    expect(await errorsOf(of('jsonpath', '$.a', 'foo'))).toEqual([
      `INVALID_VALUE ${at}/type/version`,
    ]);
    expect(await errorsOf(of('xpath', '/a', goessner))).toEqual([
      `INVALID_VALUE ${at}/type/version`,
    ]);
    const body = { book: [{ price: 12 }, { price: 8 }] };
    const cheap = of('jsonpath', '$..book[?(@.price<10)]', goessner);
    expect(await holds(cheap, [{ body }])).toBe(true);
    expect(await holds(cheap, [{ body: { book: [{ price: 12 }] } }])).toBe(false);
    expect(
      await holds(of('jsonpath', '$..book[(@.length-1)]', goessner), [{ body }]),
    ).toBe(true);
  });
});
