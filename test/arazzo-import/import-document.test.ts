import { describe, expect, test } from 'vitest';
import { importDocument } from '../../src/arazzo-import/index.ts';
import { workflowText } from '../machines/support/workflow-text.ts';

const parts = { steps: [{ stepId: 'a' }] };

test('diagnostics come in the order of the document, whatever stage found them', async () => {
  const text = workflowText({
    steps: [
      {
        stepId: 'a',
        operationId: 'op',
        parameters: [{ name: 'q', in: 'body', value: 1 }],
      },
      { stepId: 'b', onSuccess: [{ name: 'x', type: 'goto', stepId: 'c' }] },
    ],
    outputs: { 'a b': '$steps.no.outputs.x' },
  });
  const { diagnostics } = await importDocument(text);
  const starts = diagnostics.map(({ range }) => range.start);
  expect(starts.length).toBeGreaterThan(2);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});

test('a diagnostic bears the name that the text was given', async () => {
  const { diagnostics } = await importDocument('a: [', { uri: 'x.yaml' });
  expect(diagnostics[0]?.range.uri).toBe('x.yaml');
});

describe('an error', () => {
  test('in a component makes every workflow unusable', async () => {
    const components = { parameters: { p: { name: 'p' } } };
    const { workflows } = await importDocument(workflowText({ ...parts, components }));
    expect(workflows.map(({ hasErrors }) => hasErrors)).toEqual([true]);
  });

  test('in a workflow leaves its neighbours usable, also those with longer numbers', async () => {
    const document = JSON.parse(workflowText(parts)) as { workflows: object[] };
    const [first] = document.workflows;
    document.workflows = Array.from({ length: 12 }, (_, index) => ({
      ...first,
      workflowId: `w${index}`,
      ...(index === 1 ? { dependsOn: ['gone'] } : {}),
    }));
    const { workflows } = await importDocument(JSON.stringify(document));
    const broken = workflows.filter(({ hasErrors }) => hasErrors);
    expect(broken.map(({ workflowId }) => workflowId)).toEqual(['w1']);
  });
});

test('a warning makes nothing unusable', async () => {
  const text = workflowText({ ...parts, outputs: { x: '$steps.b.outputs.x' } });
  const { workflows, diagnostics } = await importDocument(text);
  expect(diagnostics).toHaveLength(1);
  expect(workflows[0]?.hasErrors).toBe(false);
});

test('a plan holds no reference any more', async () => {
  const text = workflowText({
    components: {
      inputs: { i: { type: 'string' } },
      parameters: { p: { name: 'p', in: 'query', value: 1 } },
      failureActions: { f: { name: 'f', type: 'end' } },
    },
    inputs: { properties: { i: { $ref: '#/components/inputs/i' } } },
    parameters: [{ reference: '$components.parameters.p' }],
    failureActions: [{ reference: '$components.failureActions.f' }],
    steps: [{ stepId: 'a' }],
  });
  const { workflows, diagnostics } = await importDocument(text);
  expect(diagnostics).toEqual([]);
  expect(JSON.stringify(workflows[0]?.plan)).not.toMatch(/\$components|#\/components/);
});
