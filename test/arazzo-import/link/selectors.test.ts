import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/index.ts';
import {
  body,
  createScriptedService,
} from '../../machines/support/create-scripted-service.ts';
import { runToEnd } from '../../machines/support/start-run.ts';
import { workflowText } from '../../machines/support/workflow-text.ts';
import type { WorkflowParts } from '../../machines/support/workflow-text.ts';
import { findingsOf } from '../support/import-text.ts';

const selector = {
  context: '$response.body',
  selector: '$.items[*].id',
  type: 'jsonpath',
};

function withStep(step: object, arazzo = '1.1.0'): WorkflowParts {
  return { arazzo, steps: [{ stepId: 'a', ...step }] };
}

describe('Selector Objects (B-SEL)', () => {
  test('are evaluated in outputs, of steps and of the workflow', async () => {
    const { output } = await runToEnd(
      {
        ...withStep({ outputs: { ids: selector, all: '$response.body' } }),
        outputs: {
          ids: '$steps.a.outputs.ids',
          first: {
            context: '$steps.a.outputs.all',
            selector: '/items/0/id',
            type: 'jsonpointer',
          },
        },
      },
      { script: [body({ items: [{ id: 1 }, { id: 2 }] })] },
    );
    expect(output.outputs).toEqual({ ids: [1, 2], first: 1 });
  });

  test('are evaluated in parameters and deep in payloads, XML too', async () => {
    const xml = { context: '$inputs.xml', selector: '/o/n', type: 'xpath' };
    const { run } = await runToEnd(
      withStep({
        parameters: [{ name: 'q', in: 'query', value: xml }],
        requestBody: { payload: { deep: [xml] } },
      }),
      { input: { xml: '<o><n>7</n></o>' } },
    );
    expect(run.service.requests).toMatchObject([
      { parameters: [{ value: '7' }], requestBody: { payload: { deep: ['7'] } } },
    ]);
  });

  test('are literals in 1.0 (B-SEL-05)', async () => {
    const { run } = await runToEnd(
      withStep({ requestBody: { payload: { ...selector, context: 'x' } } }, '1.0.1'),
    );
    expect(run.service.requests[0]?.requestBody?.payload).toEqual({
      ...selector,
      context: 'x',
    });
  });

  test.each([
    ['no type', { context: '$response.body', selector: '$.a' }],
    [
      'a version of another language',
      { ...selector, type: { type: 'xpath', version: 'rfc9535' } },
    ],
    ['a selector that is none', { ...selector, selector: '$[' }],
  ])('with %s are errors (B-SEL-01, B-ETO-02)', async (_what, value) => {
    const text = workflowText(withStep({ outputs: { x: value } }));
    const found = await findingsOf(text);
    expect(found.map(({ severity }) => severity)).toEqual(['error']);
  });

  test('name what is there, or are told', async () => {
    const text = workflowText(
      withStep({ outputs: { x: { ...selector, context: '$steps.gone.outputs.y' } } }),
    );
    expect(await findingsOf(text)).toMatchObject([{ code: 'UNKNOWN_STEP' }]);
  });
});

async function payloadAfter(requestBody: Json, arazzo = '1.1.0') {
  const { run } = await runToEnd(withStep({ requestBody }, arazzo));
  return run.service.requests[0]?.requestBody?.payload;
}

describe('replacements (B-REPL)', () => {
  test('by JSONPath set every match (B-REPL-01)', async () => {
    expect(
      await payloadAfter({
        payload: {
          items: [
            { sku: 'A', n: 1 },
            { sku: 'A', n: 2 },
            { sku: 'B', n: 3 },
          ],
        },
        replacements: [
          {
            target: "$.items[?(@.sku=='A')].n",
            targetSelectorType: 'jsonpath',
            value: 9,
          },
        ],
      }),
    ).toEqual({
      items: [
        { sku: 'A', n: 9 },
        { sku: 'A', n: 9 },
        { sku: 'B', n: 3 },
      ],
    });
  });

  test('in XML are by XPath, also in 1.0 (A-BODY-15, B-REPL-02)', async () => {
    const requestBody = {
      contentType: 'application/xml',
      payload: '<o><q>1</q></o>',
      replacements: [{ target: '/o/q', value: 10 }],
    };
    expect(await payloadAfter(requestBody, '1.0.1')).toBe('<o><q>10</q></o>');
  });

  test.each([
    ['/targetSelectorType', { target: '/a', targetSelectorType: 'jmespath', value: 1 }],
    ['/target', { target: 'a', value: 1 }],
    ['/target', { target: '$[', targetSelectorType: 'jsonpath', value: 1 }],
  ])('that cannot be read are told at %s', async (place, replacement) => {
    const requestBody = { payload: {}, replacements: [replacement] };
    const found = await findingsOf(workflowText(withStep({ requestBody })));
    expect(found).toMatchObject([
      {
        code: 'INVALID_VALUE',
        path: `/workflows/0/steps/0/requestBody/replacements/0${place}`,
      },
    ]);
  });
});

test('a criterion that cannot be read never holds, and the machine carries it (A-CRIT-24)', async () => {
  const { importArazzo } = await import('../../../src/index.ts');
  const text = workflowText(
    withStep({ successCriteria: [{ condition: '$statusCode = =' }] }),
  );
  const arazzo = await importArazzo(text, { allowErrors: true });
  const services = createScriptedService([{}]);
  const { startMachine } = await import('../../machines/support/start-run.ts');
  const run = await startMachine(arazzo.workflow().machine({ services }));
  expect(await run.finish()).toMatchObject({
    status: 'failed',
    failure: { kind: 'criteria' },
  });
});
