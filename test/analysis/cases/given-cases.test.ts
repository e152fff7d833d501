import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/analysis/cases/case.ts';
import { casesOf } from '../../../src/analysis/cases/cases-of.ts';
import {
  mergeCases,
  parseGivenCases,
  withGivenCases,
} from '../../../src/analysis/cases/given-cases.ts';
import type { GivenCase } from '../../../src/analysis/cases/given-cases.ts';
import { questionOf } from './support/questions.ts';

const good: Case = {
  name: '200',
  kind: 'next',
  reason: 'the step succeeds',
  reply: {
    answer: { statusCode: 200, headers: { a: '1' }, body: { x: 1, y: { z: 2 } } },
  },
};

const lost: Case = {
  name: 'no answer',
  kind: 'no-answer',
  reason: 'There is no answer.',
  reply: { error: { code: 'NO_ANSWER', message: 'There is no answer.' } },
};

function merge(...given: readonly GivenCase[]): ReturnType<typeof mergeCases> {
  return mergeCases([good, lost], given);
}

describe('mergeCases', () => {
  it('adds a case that changes the first answer', () => {
    const { cases } = merge({
      name: 'big',
      merge: { y: { z: null, w: 3 } },
      headers: { B: '2' },
    });
    expect(cases.map(({ name }) => name)).toEqual(['200', 'no answer', 'big']);
    expect(cases[2]).toMatchObject({
      kind: 'given',
      reply: { answer: { headers: { a: '1', b: '2' }, body: { x: 1, y: { w: 3 } } } },
    });
  });

  it('puts a case in the place of another one', () => {
    const { cases } = merge({ replaces: '200', body: [1] });
    expect(cases.map(({ name }) => name)).toEqual(['200', 'no answer']);
    expect(cases[0]?.reply).toEqual({
      answer: { statusCode: 200, headers: { a: '1' }, body: [1] },
    });
  });

  it('leaves a case out', () => {
    expect(merge({ name: 'no answer', without: true }).cases).toEqual([good]);
  });

  it.each<[GivenCase, Case['reply']]>([
    [
      { name: 'late', error: 'TIMEOUT' },
      { error: { code: 'TIMEOUT', message: 'There is no answer.' } },
    ],
    [{ name: 'told', message: { payload: 1 } }, { message: { headers: {}, payload: 1 } }],
    [
      { name: 'done', output: { outputs: { a: 1 } } },
      { output: { status: 'completed', outputs: { a: 1 } } },
    ],
  ])('makes any kind of reply: %j', (given, reply) => {
    expect(merge(given).cases[2]?.reply).toEqual(reply);
  });

  it.each<[GivenCase, string]>([
    [{ replaces: '20' }, 'There is no case "20". Did you mean "200"?'],
    [
      { name: 'gone', without: true },
      'There is no case "gone". There are: 200, no answer.',
    ],
    [{ name: '200' }, 'There is a case "200" already'],
    [{ name: 'new', basedOn: '201' }, 'There is no case "201". Did you mean "200"?'],
  ])('says what is wrong with %j', (given, message) => {
    const { cases, problems } = merge(given);
    expect(cases).toEqual([good, lost]);
    expect(problems).toEqual([expect.stringContaining(message)]);
  });
});

describe('parseGivenCases', () => {
  it('reads what is right', () => {
    const content = {
      buy: {
        steps: { pay: [{ name: 'refused', statusCode: 402, merge: { ok: false } }] },
        inputs: [{ name: 'a dog', values: { species: 'dog' } }],
      },
    };
    expect(parseGivenCases(content)).toEqual({ given: content, problems: [] });
  });

  it.each<[unknown, string, string]>([
    [[], '', 'object'],
    [{ buy: { step: {} } }, '/buy/step', 'Did you mean "steps"?'],
    [{ buy: { steps: { pay: {} } } }, '/buy/steps/pay', 'a list of cases'],
    [{ buy: { inputs: [{ name: 'x' }] } }, '/buy/inputs/0', '"values"'],
    [inPay({ statusCode: 200 }), '/buy/steps/pay/0', 'needs a "name"'],
    [
      inPay({ name: 'a', statusCode: 'x' }),
      '/buy/steps/pay/0/statusCode',
      'a status code',
    ],
    [inPay({ name: 'a', error: 'NO' }), '/buy/steps/pay/0/error', 'NO_ANSWER'],
    [inPay({ name: 'a', boddy: 1 }), '/buy/steps/pay/0/boddy', 'Did you mean "body"?'],
    [inPay({ name: 'a', body: 1, merge: 1 }), '/buy/steps/pay/0/merge', 'whole body'],
    [
      inPay({ name: 'a', body: 1, error: 'TIMEOUT' }),
      '/buy/steps/pay/0',
      'exclude each other',
    ],
  ])('says where %j is wrong', (content, path, message) => {
    const { given, problems } = parseGivenCases(content);
    expect(given).toEqual({});
    expect(problems).toEqual([
      { path, message: expect.stringContaining(message) as string },
    ]);
  });
});

function inPay(given: unknown): unknown {
  return { buy: { steps: { pay: [given] } } };
}

describe('withGivenCases', () => {
  it('fills the gaps that given cases fill', async () => {
    const onSuccess = [
      { name: 'odd', type: 'end', criteria: [{ condition: "$inputs.mode == 'odd'" }] },
    ];
    const question = await questionOf({ steps: [{ stepId: 'pay', onSuccess }] });
    const [transition] = question.onDone;
    const select: typeof question.select = (reply) =>
      'answer' in reply && reply.answer.statusCode === 299
        ? transition
        : question.select(reply);
    const given = { test: { steps: { pay: [{ name: 'odd', statusCode: 299 }] } } };
    expect(casesOf({ ...question, select }).gaps).toHaveLength(1);
    expect(withGivenCases(casesOf, given)({ ...question, select }).gaps).toEqual([]);
  });

  it('says that nothing takes a transition because its case was left out', async () => {
    const question = await questionOf({ steps: [{ stepId: 'pay' }] });
    const given = {
      test: { steps: { pay: [{ name: 'no answer', without: true as const }] } },
    };
    expect(withGivenCases(casesOf, given)(question).gaps).toEqual([
      {
        transition: question.onError[0],
        kind: 'unsolved',
        why: 'the case "no answer", which takes it, was left out or replaced',
      },
    ]);
  });

  it('tells what is wrong with them', async () => {
    const question = await questionOf({ steps: [{ stepId: 'pay' }] });
    const told: unknown[] = [];
    const given = { test: { steps: { pay: [{ name: '20', without: true as const }] } } };
    withGivenCases(casesOf, given, (problem) => told.push(problem))(question);
    const message = expect.stringContaining('There is no case "20"') as string;
    expect(told).toEqual([{ workflowId: 'test', stepId: 'pay', message }]);
  });
});
