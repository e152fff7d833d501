import { expect, test } from 'vitest';
import { body, noAnswer } from './support/create-scripted-service.ts';
import { runToEnd } from './support/start-run.ts';
import { action } from './support/workflow-text.ts';

test('the latest visit of a step gives its outputs, others keep theirs (C-06)', async () => {
  let n = 0;
  const { output } = await runToEnd(
    {
      steps: [
        { stepId: 'once', outputs: { n: '$response.body#/n' } },
        { stepId: 'twice', outputs: { n: '$response.body#/n' } },
        {
          stepId: 'last',
          onSuccess: [
            action('back', 'goto', { stepId: 'twice', if: '$response.body#/n < 4' }),
          ],
        },
      ],
      outputs: { once: '$steps.once.outputs.n', twice: '$steps.twice.outputs.n' },
    },
    { script: () => body({ n: (n += 1) }) },
  );
  expect(output.outputs).toEqual({ once: 1, twice: 4 });
});

test('an output that is no longer there goes away with the next visit', async () => {
  const { output } = await runToEnd(
    {
      steps: [
        {
          stepId: 'a',
          onFailure: [action('again', 'retry')],
          outputs: { x: '$response.body#/x', y: '$response.body#/y' },
        },
      ],
      outputs: { all: '$steps.a.outputs' },
    },
    { script: [{ statusCode: 500, body: { x: 1, y: 1 } }, body({ x: 2 })] },
  );
  expect(output.outputs).toEqual({ all: { x: 2 } });
});

test('an answer that got lost leaves the outputs of the visit before', async () => {
  const { output } = await runToEnd(
    {
      steps: [
        {
          stepId: 'a',
          onSuccess: [action('again', 'goto', { stepId: 'a' })],
          onFailure: [action('stop', 'end')],
          outputs: { x: '$response.body#/x' },
        },
      ],
      outputs: { x: '$steps.a.outputs.x' },
    },
    { script: [body({ x: 1 }), noAnswer()] },
  );
  expect(output).toMatchObject({ status: 'ended', outputs: { x: 1 } });
});

test('the outputs of a failed step are kept, and its actions can look at them (C-36)', async () => {
  const { output } = await runToEnd(
    {
      steps: [
        {
          stepId: 'a',
          outputs: { code: '$response.body#/code' },
          onFailure: [action('known', 'end', { if: '$steps.a.outputs.code == 7' })],
        },
      ],
      outputs: { code: '$steps.a.outputs.code' },
    },
    { script: [{ statusCode: 400, body: { code: 7 } }] },
  );
  expect(output).toMatchObject({ status: 'ended', outputs: { code: 7 } });
});

test('what leads to nothing is left out of the outputs (C-11, C-31)', async () => {
  const { output } = await runToEnd(
    {
      steps: [{ stepId: 'a' }],
      outputs: { a: '$steps.a.outputs.no', b: '$steps.nobody.outputs.x', c: '$inputs.c' },
    },
    { input: { c: null } },
  );
  expect(output).toEqual({ status: 'completed', outputs: { c: null } });
});

test('outputs keep their types (A-EXPR-19)', async () => {
  const value = { list: [1, 'a', null, true], deep: { n: 1.5 } };
  const { output } = await runToEnd(
    {
      steps: [{ stepId: 'a', outputs: { it: '$response.body' } }],
      outputs: { it: '$steps.a.outputs.it', n: '$steps.a.outputs.it#/deep/n' },
    },
    { script: [body(value)] },
  );
  expect(output.outputs).toEqual({ it: value, n: 1.5 });
});

test.each(['__proto__', 'constructor', 'toString'])(
  'a step and its output may be called %s (A-EXPR-27)',
  async (name) => {
    const outputs = JSON.parse(`{"${name}": "$response.body#/x"}`) as object;
    const { output } = await runToEnd(
      {
        steps: [{ stepId: name, operationId: name, outputs }],
        outputs: { x: `$steps.${name}.outputs.${name}` },
      },
      { script: [body({ x: 1 })] },
    );
    expect(output).toEqual({ status: 'completed', outputs: { x: 1 } });
  },
);
