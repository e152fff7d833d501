import { describe, expect, it } from 'vitest';
import { casesOf } from '../../../src/analysis/cases/cases-of.ts';
import { action, simple } from '../../machines/support/workflow-text.ts';
import { described, object } from './support/described.ts';
import { casesIn, questionOf } from './support/questions.ts';

const status = { type: 'string', enum: ['NEW', 'READY', 'LOST'] };

const polling = {
  steps: [
    {
      stepId: 'poll',
      successCriteria: [simple('$statusCode == 200')],
      outputs: { id: '$response.body#/id' },
      onSuccess: [
        action('ready', 'end', { if: "$response.body#/status == 'READY'" }),
        action('again', 'goto', {
          stepId: 'poll',
          if: "$response.body#/status == 'NEW'",
        }),
      ],
      onFailure: [action('gone', 'end', { if: '$statusCode == 404' })],
    },
  ],
};

const operation = described({
  '200': object({ id: { type: 'string' }, status }, ['id', 'status']),
  '403': object({ message: { type: 'string' } }),
  '5XX': undefined,
});

describe('casesOf', () => {
  it('has a case for each action, named after the status it waits for', async () => {
    const { cases, gaps } = await casesIn(polling, { more: { operation } });
    expect(cases.map(({ name, kind }) => [name, kind])).toEqual([
      ['READY', 'action'],
      ['NEW', 'action'],
      ['404', 'action'],
      ['LOST', 'status'],
      ['403', 'criteria'],
      ['500', 'documented'],
      ['429', 'throttled'],
      ['broken', 'broken'],
      ['no answer', 'no-answer'],
    ]);
    const told = gaps.map(({ transition, kind }) => [transition.meta?.kind, kind]);
    expect(told).toContainEqual(['pending', 'contradictory']);
  });

  it('makes answers that look like those of the API', async () => {
    const answers = await casesIn(polling, { more: { operation } });
    expect(answers.case('LOST').reply).toEqual({
      answer: {
        statusCode: 200,
        headers: { 'content-type': 'application/json' },
        body: { id: 'id-1', status: 'LOST' },
      },
    });
    expect(answers.case('LOST').reason).toBe('status is LOST, which no action names');
  });

  it('takes the transition that each case is for', async () => {
    const question = await questionOf(polling, { more: { operation } });
    const taken = casesOf(question).cases.map(
      ({ reply }) =>
        question.select(reply)?.meta?.action ?? question.select(reply)?.meta?.kind,
    );
    expect(taken.slice(0, 4)).toEqual(['ready', 'again', 'gone', 'unmatched']);
  });

  it('gives the same cases for the same question', async () => {
    const question = await questionOf(polling, { more: { operation } });
    const { cases } = casesOf(question);
    expect(casesOf(question).cases).toEqual(cases);
    expect(JSON.parse(JSON.stringify(cases))).toEqual(cases);
  });

  it('does without a description: with what outputs and later steps read', async () => {
    const steps = [
      { stepId: 'create', outputs: { pet: '$response.body#/data/pet' } },
      {
        stepId: 'show',
        parameters: [{ name: 'id', in: 'query', value: '$steps.create.outputs.pet.id' }],
      },
    ];
    const answers = await casesIn({ steps });
    expect(answers.case('200').reply).toMatchObject({
      answer: { body: { data: { pet: 'pet-1' } } },
    });
  });

  it('adds the statuses that only the service knows', async () => {
    const knowledge = {
      poll: {
        status: { pointer: '/status', pending: ['WAIT'], succeeded: [], failed: [] },
      },
    };
    const answers = await casesIn(polling, { knowledge });
    const [found] = answers.cases.filter(({ kind }) => kind === 'status');
    expect(found).toMatchObject({ name: 'WAIT' });
  });

  it('has a success for each value of an output that somebody asks for later', async () => {
    const watched = [{ name: 'id', values: ['special', 'id-1'] }];
    const answers = await casesIn(polling, { more: { operation, watched } });
    expect(answers.cases.filter(({ kind }) => kind === 'output')).toHaveLength(1);
    expect(answers.case('special').reply).toMatchObject({
      answer: { body: { id: 'special' } },
    });
  });

  it('answers as the clients of AWS do when they are throttled', async () => {
    const answerSchema = object({ id: { type: 'string' }, status });
    const answers = await casesIn(polling, { more: { answerSchema } });
    expect(answers.case('ThrottlingException').reply).toMatchObject({
      answer: { statusCode: 400, error: { type: 'ThrottlingException' } },
    });
  });

  it('tells cases apart that would be called the same', async () => {
    const onSuccess = [
      action('many', 'end', { if: '$response.body#/count > 5' }),
      action('few', 'end', { if: '$response.body#/count < 5' }),
    ];
    const { cases } = await casesIn({ steps: [{ stepId: 'list', onSuccess }] });
    const names = cases.map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['200 many', '200 few']);
    expect(new Set(names).size).toBe(names.length);
  });

  it('makes one success criterion false that is about the body', async () => {
    const successCriteria = [
      simple('$statusCode == 200'),
      simple('$response.body#/ok == true'),
    ];
    const answers = await casesIn({ steps: [{ stepId: 'check', successCriteria }] });
    const found = answers.case('not $response.body#/ok == true');
    expect(found).toMatchObject({
      kind: 'criteria',
      reply: { answer: { statusCode: 200 } },
    });
  });
});

describe('casesOf, of other calls', () => {
  it('has the ways in which a called workflow ends', async () => {
    const steps = [{ stepId: 'run', workflowId: 'test', outputs: { id: '$outputs.id' } }];
    const answers = await casesIn({ steps, outputs: { id: '$steps.run.outputs.id' } });
    expect(answers.cases.map(({ name }) => name)).toEqual([
      'completed',
      'ended',
      'failed',
      'no answer',
    ]);
    expect(answers.case('completed').reply).toMatchObject({
      output: { status: 'completed', outputs: { id: 'id-2' } },
    });
  });

  it('solves criteria about the outputs of a called workflow', async () => {
    const onSuccess = [
      action('big', 'end', { if: '$outputs.size >= 10' }),
      action('small', 'end', { if: '$workflows.test.outputs.size < 10' }),
    ];
    const answers = await casesIn({
      steps: [{ stepId: 'run', workflowId: 'test', onSuccess }],
    });
    expect(answers.case('completed big').reply).toMatchObject({
      output: { outputs: { size: 10 } },
    });
    expect(answers.case('completed small').kind).toBe('action');
  });

  it('has the message that a step waits for, and none', async () => {
    const sources = [{ name: 'events', url: './events.yaml', type: 'asyncapi' }];
    const steps = [
      {
        stepId: 'wait',
        channelPath: '{$sourceDescriptions.events.url}#/channels/done',
        action: 'receive',
        successCriteria: [simple("$message.payload#/state == 'DONE'")],
      },
    ];
    const answers = await casesIn({ arazzo: '1.1.0', sources, steps });
    expect(answers.case('message').reply).toEqual({
      message: { headers: {}, payload: { state: 'DONE' } },
    });
    expect(answers.case('no message').reply).toMatchObject({
      error: { code: 'TIMEOUT' },
    });
  });
});
