import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCriterion } from '../../../../src/expressions/index.ts';
import type { Question } from '../../../../src/analysis/cases/question.ts';
import { solve } from '../../../../src/analysis/cases/solve/solve.ts';
import type { Goal } from '../../../../src/analysis/cases/solve/goal.ts';
import { literalsOf } from '../../../../src/analysis/cases/solve/literals-of.ts';
import { responseSpace } from '../../../../src/analysis/cases/spaces/response-space.ts';
import {
  compile,
  jsonpath,
  regex,
  xpath,
} from '../../../expressions/support/criterion.ts';
import type { Written } from '../../../expressions/support/criterion.ts';
import { questionOf } from '../support/questions.ts';

const question = await questionOf({
  inputs: { type: 'object', properties: { wanted: { type: 'string', default: 'blue' } } },
  steps: [{ stepId: 'call', outputs: { size: '$response.body#/size' } }],
});

/** The answer with which a criterion holds, or does not; `undefined` when there is none. */
function answerFor(
  criteria: readonly Written[],
  wanted = true,
  asked: Question = question,
): unknown {
  const programs = criteria.map(compile);
  const goals = programs.map((program): Goal => ({ kind: 'criterion', program, wanted }));
  const solution = solve({
    kinds: [200, 404].map((status) => ({ open: () => responseSpace(asked, status) })),
    goals: () => goals,
    literals: programs.flatMap(literalsOf),
    isWanted: (draft, space) =>
      programs.every((each) => evaluateCriterion(each, space.scopeOf(draft)) === wanted),
  });
  return solution.kind === 'found' ? solution.draft : undefined;
}

const criteria: readonly Written[] = [
  '$statusCode == 200',
  '$statusCode != 200',
  '$statusCode >= 300 && $statusCode < 500',
  "$response.body#/status == 'ACTIVE'",
  "$response.body#/a/0/b != 'x' && $response.body#/a/0/b == 'y'",
  "$response.body.status == 'DONE' || $response.body.status == 'OVER'",
  "!($response.body#/state == 'new') && $response.body#/state",
  '$response.body#/items.length > 2',
  '$response.body.items.length == 0',
  '$response.body#/count > 3 && $response.body#/count < 5',
  '$response.body#/left == $response.body#/right && $response.body#/left',
  '$response.body#/colour == $inputs.wanted',
  '$steps.call.outputs.size >= 7',
  "$response.header.X-Mode == 'fast'",
  "$response.body#/tags contains 'red'",
  "$response.body#/kind in ['a', 'b']",
  '$response.body#/gone == null',
  '($response.body#/ok == true) == true',
  jsonpath('$.status == "ACTIVE"'),
  jsonpath('$.items.length > 1 && $.items[0].ok'),
  jsonpath('length($.name) == 4'),
  jsonpath('$.state in ["a", "b"] && !$.error'),
  jsonpath('$.items[*].id == "x"'),
  jsonpath("$.items[?(@.kind == 'new')].size > 3"),
  jsonpath("$[?@.status == 'ACTIVE']"),
  jsonpath("$[?@.a.b == 'X' && @.c > 2]"),
  jsonpath("$.items[?@.a == 1 || @.b == 'two']"),
  jsonpath('$.items[?length(@.name) > 3]'),
  jsonpath('$[?count(@.items[*]) > 2]'),
  jsonpath("$.items[?match(@.code, '[A-Z]{3}')]"),
  jsonpath("$.items[?search(@.code, 'x.z')].id"),
  jsonpath('$..book[?@.price < 10]'),
  jsonpath('$.a.b[2].c'),
  jsonpath('$.a[-1].b'),
  jsonpath('$.items[1:3]'),
  jsonpath("$.items[?@.parts[?@.id == 'x']]"),
  jsonpath('$.items[?@.low == $.limit && $.limit]'),
  jsonpath("$.items[?!(@.state == 'old')]"),
  regex('^2\\d\\d$', '$statusCode'),
  regex('^(DONE|OVER)$', '$response.body#/status'),
  regex('/ok|fine/i', '$response.body#/text'),
  regex('"status":"(?:a|b)"', '$response.body'),
  xpath('//item/@id'),
  xpath("count(//item) > 2 and /root/name = 'x'"),
];

describe('solve', () => {
  it.each(criteria)('makes an answer that meets %j', (criterion) => {
    expect(answerFor([criterion])).toBeDefined();
  });

  it.each(criteria)('makes an answer that does not meet %j', (criterion) => {
    expect(answerFor([criterion], false)).toBeDefined();
  });

  it('meets several criteria at once', () => {
    const answer = answerFor([
      '$statusCode == 200',
      jsonpath("$.items[?@.id == 'a']"),
      jsonpath('$.items.length >= 3'),
      "$response.body#/next != 'end'",
      regex('^c', '$response.body#/cursor'),
    ]);
    expect(answer).toMatchObject({
      statusCode: 200,
      body: { items: [{ id: 'a' }, {}, {}] },
    });
  });

  it('meets XPath criteria about one text together', () => {
    expect(answerFor([xpath('//a = 1'), xpath('//b = 2')])).toBeDefined();
  });

  it('mends what one criterion has broken for another', () => {
    const both = ['$response.body#/a == $response.body#/b', '$response.body#/b == 5'];
    expect(answerFor(both)).toMatchObject({ body: { a: 5, b: 5 } });
  });

  it.each([
    [["$response.body#/a == 'x'", "$response.body#/a == 'y'"]],
    [['$statusCode == 200', '$statusCode == 404']],
    [['$statusCode == 201']],
  ])('finds none for %j', (impossible) => {
    expect(answerFor(impossible)).toBeUndefined();
  });

  it('meets whatever simple condition can be met by luck', () => {
    fc.assert(
      fc.property(
        conditions,
        fc.array(bodies, { minLength: 30, maxLength: 30 }),
        (text, tries) => {
          const program = compile(text);
          const isLucky = tries.some((body) =>
            evaluateCriterion(program, {
              response: { statusCode: 200, headers: {}, body },
            }),
          );
          fc.pre(isLucky);
          expect(answerFor([text])).toBeDefined();
        },
      ),
      { numRuns: 150, seed: 1 },
    );
  });
});

const places = fc.constantFrom('/a', '/b', '/c/d');
const values = fc.constantFrom("'x'", "'y'", '1', '5', 'true', 'null');
const comparisons = fc
  .tuple(
    places,
    fc.constantFrom('==', '!=', '<', '>=', '>'),
    fc.oneof(
      values,
      places.map((at) => `$response.body#${at}`),
    ),
  )
  .map(([place, operator, value]) => `$response.body#${place} ${operator} ${value}`);

const { conditions } = fc.letrec<{ conditions: string }>((tie) => ({
  conditions: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparisons,
    fc
      .tuple(tie('conditions'), fc.constantFrom('&&', '||'), tie('conditions'))
      .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
    tie('conditions').map((condition) => `!(${condition})`),
  ),
}));

const leaves = fc.constantFrom('x', 'y', 'z', 0, 1, 5, 6, true, false, null);
const bodies = fc.record(
  { a: leaves, b: leaves, c: fc.record({ d: leaves }) },
  { requiredKeys: [] },
);
