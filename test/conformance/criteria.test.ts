import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';
import type { RunSetup } from './support/run.ts';
import type { Answer } from './support/scripted-server.ts';

const at = '/workflows/0/steps/0/successCriteria/0';

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, findings, run } = inVersion(version);

  /** Whether criteria hold for an answer: whether their step succeeds. */
  const holds = async (
    criteria: string | Fields | readonly Fields[],
    answer: Answer = 200,
    inputs: RunSetup['inputs'] = {},
  ): Promise<boolean> => {
    const list = typeof criteria === 'string' ? { condition: criteria } : criteria;
    const successCriteria = [list].flat();
    const { status } = await run(
      { steps: [{ stepId: 'one', successCriteria }] },
      { answers: [answer], inputs },
    );
    return status === 'completed';
  };
  const all = async (
    expected: boolean,
    conditions: readonly string[],
    answer: Answer = 200,
    inputs: RunSetup['inputs'] = {},
  ): Promise<void> => {
    for (const condition of conditions) {
      expect([condition, await holds(condition, answer, inputs)]).toEqual([
        condition,
        expected,
      ]);
    }
  };
  const errorsOf = (criterion: Fields): Promise<readonly string[]> =>
    errors({ steps: [{ stepId: 'one', successCriteria: [criterion] }] });
  const regex = (condition: string, context = '$response.body#/v'): Fields => ({
    type: 'regex',
    context,
    condition,
  });
  const jsonpath = (condition: string): Fields => ({
    type: 'jsonpath',
    context: '$response.body',
    condition,
  });

  requirement('A-CRIT-01 all criteria of a list have to hold', async () => {
    const yes = { condition: '$statusCode == 200' };
    const no = { condition: '$statusCode == 201' };
    expect(await holds([yes, yes])).toBe(true);
    expect(await holds([yes, no])).toBe(false);
    expect(await holds([no, yes])).toBe(false);
  });

  requirement('A-CRIT-02 a criterion needs a condition', async () => {
    expect(await errorsOf({ context: '$statusCode' })).toEqual([
      `MISSING_FIELD ${at}/condition`,
    ]);
  });

  requirement('A-CRIT-03 A-DEF-02 a criterion without a type is simple', async () => {
    await all(true, ['$statusCode == 200'], 200);
    await all(false, ['$statusCode == 200'], 404);
    expect(
      await holds({ condition: '$statusCode == 200', context: '$response.body' }),
    ).toBe(true);
  });

  requirement('A-CRIT-04 a type that there is not is an error', async () => {
    const criterion = { context: '$response.body', condition: 'a' };
    expect(await errorsOf({ ...criterion, type: 'jmespath' })).toEqual([
      `INVALID_VALUE ${at}/type`,
    ]);
  });

  requirement('A-CRIT-05 a type needs a context', async () => {
    expect(await errorsOf({ type: 'regex', condition: 'x' })).toEqual([
      `MISSING_FIELD ${at}/context`,
    ]);
    const simple = { type: 'simple', condition: '$statusCode == 200' };
    const steps = [{ stepId: 'one', successCriteria: [simple] }];
    expect(await findings({ steps })).toEqual([
      expect.stringMatching(new RegExp(`^(?:info|warning) \\S+ ${at}/context$`, 'u')),
    ]);
    expect(await holds(simple)).toBe(true);
  });

  requirement('A-CRIT-06 a regular expression is applied to its context', async () => {
    expect(await holds(regex('^200$', '$statusCode'))).toBe(true);
    expect(await holds(regex(String.raw`^2\d{2}$`, '$statusCode'), 204)).toBe(true);
    expect(await holds(regex(String.raw`^2\d{2}$`, '$statusCode'), 304)).toBe(false);
    expect(await holds(regex('b+'), { body: { v: 'abbc' } })).toBe(true);
    expect(await holds(regex('^b+$'), { body: { v: 'abbc' } })).toBe(false);
    expect(await holds(regex('B'), { body: { v: 'abbc' } })).toBe(false);
  });

  requirement(
    'A-CRIT-07 A-DEF-06 JSONPath is RFC 9535, its root the context',
    async () => {
      const sold = jsonpath("$[?@.status=='sold']");
      expect(await holds(sold, { body: [{ status: 'sold' }] })).toBe(true);
      expect(await holds(sold, { body: [{ status: 'free' }] })).toBe(false);
      expect(await holds(sold, { body: [] })).toBe(false);
      expect(
        await holds(
          { ...jsonpath('$.id'), context: '$response.body#/a' },
          { body: { a: { id: 0 } } },
        ),
      ).toBe(true);
    },
  );

  requirement('A-CRIT-07 a filter may be asked of an object itself', async () => {
    const filter = jsonpath('$[?count(@.pets[*]) > 0]');
    expect(await holds(filter, { body: { pets: [{ id: 1 }] } })).toBe(true);
    expect(await holds(filter, { body: { pets: [] } })).toBe(false);
    expect(await holds(jsonpath('$[?@.a == 1]'), { body: { x: { a: 1 } } })).toBe(true);
  });

  requirement('A-CRIT-08 JSONPath has the functions of RFC 9535', async () => {
    const body = [{ s: 'abc', list: [1, 2, 3] }];
    const yes = [
      '$[?length(@.s) == 3]',
      '$[?length(@.list) == 3]',
      '$[?count(@.list[*]) == 3]',
      "$[?match(@.s, 'a.c')]",
      "$[?search(@.s, 'b')]",
      '$[?value(@.list[0]) == 1]',
    ];
    const no = [
      '$[?length(@.s) == 4]',
      '$[?count(@.list[*]) == 2]',
      "$[?match(@.s, 'b')]",
      "$[?search(@.s, 'd')]",
      '$[?value(@.list[0]) == 2]',
    ];
    for (const query of yes)
      expect([query, await holds(jsonpath(query), { body })]).toEqual([query, true]);
    for (const query of no)
      expect([query, await holds(jsonpath(query), { body })]).toEqual([query, false]);
  });

  requirement('A-CRIT-12 a condition has true, false and null', async () => {
    const body = { a: true, b: false, c: null };
    await all(
      true,
      [
        '$response.body#/a == true',
        '$response.body#/b == false',
        '$response.body#/c == null',
      ],
      { body },
    );
    await all(
      false,
      [
        '$response.body#/a == false',
        '$response.body#/b == null',
        '$response.body#/c == true',
      ],
      { body },
    );
  });

  requirement('A-CRIT-13 a condition has numbers of every form', async () => {
    const body = { a: -3.14, b: 1500, c: 0 };
    await all(
      true,
      [
        '$response.body#/a == -3.14',
        '$response.body#/b == 1.5e3',
        '$response.body#/b == 1500',
        '$response.body#/c == 0',
      ],
      { body },
    );
    await all(false, ['$response.body#/a == 3.14', '$response.body#/b == 1.5e2'], {
      body,
    });
  });

  requirement(
    'A-CRIT-14 a text stands in single quotes, a quote in it twice',
    async () => {
      const inputs = { name: "it's ok", plain: 'x' };
      await all(
        true,
        ["$inputs.name == 'it''s ok'", "$inputs.plain == 'x'"],
        200,
        inputs,
      );
      await all(false, ["$inputs.name == 'its ok'"], 200, inputs);
      const steps = [
        { stepId: 'one', successCriteria: [{ condition: '$inputs.x == "x"' }] },
      ];
      const workflows = [{ workflowId: 'w', inputs: { properties: { x: {} } }, steps }];
      expect(await findings({ workflows })).toEqual([
        expect.stringMatching(new RegExp(`^warning \\S+ ${at}/condition$`, 'u')),
      ]);
      await all(true, ['$inputs.plain == "x"'], 200, inputs);
    },
  );

  requirement('A-CRIT-15 texts are compared without regard to case', async () => {
    const body = { s: 'SOLD' };
    await all(true, ["$response.body#/s == 'sold'", "$response.body#/s != 'free'"], {
      body,
    });
    await all(false, ["$response.body#/s != 'sold'", "$response.body#/s == 'free'"], {
      body,
    });
  });

  requirement('A-CRIT-16 the six comparisons hold at their bounds', async () => {
    const table: Readonly<Record<string, readonly boolean[]>> = {
      '<': [true, false, false],
      '<=': [true, true, false],
      '>': [false, false, true],
      '>=': [false, true, true],
      '==': [false, true, false],
      '!=': [true, false, true],
    };
    for (const [operator, expected] of Object.entries(table)) {
      const found: boolean[] = [];
      for (const n of [199, 200, 201]) {
        found.push(await holds(`$response.body#/n ${operator} 200`, { body: { n } }));
      }
      expect([operator, found]).toEqual([operator, expected]);
    }
  });

  requirement('A-CRIT-17 and binds closer than or, not closer than both', async () => {
    const body = { t: true, f: false };
    const [t, f] = ['$response.body#/t == true', '$response.body#/f == true'];
    await all(
      true,
      [
        `${t} || ${f} && ${f}`,
        `${f} && ${f} || ${t}`,
        `!(${f})`,
        '!($statusCode == 404)',
      ],
      { body },
    );
    await all(false, [`(${t} || ${t}) && ${f}`, `!(${t}) || ${f}`, `!(${t} || ${f})`], {
      body,
    });
  });

  requirement('A-CRIT-18 parentheses group', async () => {
    const condition =
      '($statusCode == 200 || $statusCode == 201) && $response.body#/ok == true';
    expect(await holds(condition, { status: 201, body: { ok: true } })).toBe(true);
    expect(await holds(condition, { status: 200, body: { ok: false } })).toBe(false);
    expect(await holds(condition, { status: 202, body: { ok: true } })).toBe(false);
  });

  requirement('A-CRIT-19 a value is navigated by names and indices', async () => {
    await all(
      true,
      ['$response.body.data[0].id > 10', "$response.body.data[1].name == 'x'"],
      {
        body: { data: [{ id: 11 }, { name: 'x' }] },
      },
    );
    await all(true, ["$response.body[0].name == 'x'"], { body: [{ name: 'x' }] });
    await all(false, ['$response.body.data[0].id > 10'], {
      body: { data: [{ id: 10 }] },
    });
  });

  requirement('A-CRIT-20 a number equals the text that shows it', async () => {
    const answer = { status: 200, headers: { 'X-Count': '5' } };
    await all(
      true,
      [
        '$response.header.X-Count == 5',
        '$response.header.X-Count > 4',
        "$statusCode == '200'",
      ],
      answer,
    );
    await all(false, ['$response.header.X-Count == 6', "$statusCode == '201'"], answer);
  });

  requirement('A-CRIT-21 what is not there equals null', async () => {
    await all(true, ['$response.body#/gone == null', '$inputs.gone == null'], {
      body: {},
    });
    await all(false, ['$response.body#/gone != null', "$response.body#/gone == ''"], {
      body: {},
    });
    await all(true, ['$response.body#/here != null'], { body: { here: 0 } });
  });

  requirement('A-CRIT-22 expressions may stand on both sides', async () => {
    const condition = '$response.body#/id == $inputs.id';
    expect(await holds(condition, { body: { id: 4 } }, { id: 4 })).toBe(true);
    expect(await holds(condition, { body: { id: 4 } }, { id: 5 })).toBe(false);
  });

  requirement(
    'A-CRIT-23 space counts only in quotes, operators do not count there',
    async () => {
      await all(
        true,
        ['$statusCode==200', '  $statusCode   ==\t200 ', "'a && b' == $inputs.x"],
        200,
        {
          x: 'a && b',
        },
      );
      await all(false, ["'a&&b'==$inputs.x"], 200, { x: 'a && b' });
    },
  );

  requirement('A-CRIT-24 a condition that cannot be read is an error', async () => {
    for (const condition of [
      '$statusCode ==',
      '($statusCode == 200',
      '$statusCode = = 1',
      '== 200',
    ]) {
      expect(await errorsOf({ condition })).toEqual([
        `INVALID_CONDITION ${at}/condition`,
      ]);
    }
    expect(await errorsOf(regex('(', '$statusCode'))).toEqual([
      `INVALID_CONDITION ${at}/condition`,
    ]);
  });

  requirement(
    'A-CRIT-24 a condition in braces is understood, with a warning',
    async () => {
      const condition = '{$statusCode == 200}';
      const steps = [{ stepId: 'one', successCriteria: [{ condition }] }];
      expect(await findings({ steps })).toEqual([
        `warning BRACED_CONDITION ${at}/condition`,
      ]);
      expect([await holds(condition), await holds(condition, 201)]).toEqual([
        true,
        false,
      ]);
    },
  );

  requirement(
    'A-CRIT-25 a criterion whose context is not there does not hold',
    async () => {
      expect(await holds(regex('.*', '$response.body#/gone'), { body: {} })).toBe(false);
      expect(
        await holds({ ...jsonpath('$'), context: '$response.body#/gone' }, { body: {} }),
      ).toBe(false);
    },
  );

  requirement('A-CRIT-26 criteria of actions see the answer of their step', async () => {
    const onFailure = [
      { name: 'wrong', type: 'end', criteria: [{ condition: '$statusCode == 200' }] },
      {
        name: 'right',
        type: 'goto',
        stepId: 'three',
        criteria: [{ condition: "$statusCode == 401 && $response.body#/why == 'token'" }],
      },
    ];
    const steps = [
      { stepId: 'zero' },
      { stepId: 'one', onFailure },
      { stepId: 'two' },
      { stepId: 'three' },
    ];
    const { paths } = await run(
      { steps },
      { answers: [200, { status: 401, body: { why: 'token' } }, 200] },
    );
    expect(paths).toEqual(['/zero', '/one', '/three']);
  });

  requirement('A-CRIT-27 criteria see inputs and outputs of other steps', async () => {
    const steps = [
      { stepId: 'a', outputs: { n: '$response.body#/n' } },
      {
        stepId: 'b',
        successCriteria: [{ condition: '$steps.a.outputs.n > $inputs.min' }],
      },
    ];
    const status = async (min: number): Promise<string> =>
      (await run({ steps }, { answers: [{ body: { n: 5 } }], inputs: { min } })).status;
    expect([await status(4), await status(5)]).toEqual(['completed', 'failed']);
  });

  requirement('A-CRIT-28 the criteria alone say whether a step succeeds', async () => {
    expect(await holds('$statusCode == 404', 404)).toBe(true);
    expect(await holds('$statusCode == 404', 200)).toBe(false);
  });

  requirement('A-CRIT-29 a condition is not code', async () => {
    for (const condition of [
      'process.exit()',
      "constructor.constructor('return 1')()",
      '$inputs.a == (() => 1)()',
    ]) {
      expect(await errorsOf({ condition })).toEqual([
        `INVALID_CONDITION ${at}/condition`,
      ]);
    }
    expect(await holds('$inputs.constructor != null')).toBe(false);
  });

  requirement(
    'A-CRIT-30 a pattern with slashes and flags is understood, with a warning',
    async () => {
      const criterion = regex('/^ABC$/i');
      const steps = [{ stepId: 'one', successCriteria: [criterion] }];
      expect(await findings({ steps })).toEqual([
        expect.stringMatching(new RegExp(`^warning \\S+ ${at}/condition$`, 'u')),
      ]);
      expect(await holds(criterion, { body: { v: 'abc' } })).toBe(true);
      expect(await holds(criterion, { body: { v: 'xabc' } })).toBe(false);
    },
  );
});
