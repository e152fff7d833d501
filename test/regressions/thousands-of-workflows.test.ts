import { expect, test } from 'vitest';
import { importDocument } from '../../src/arazzo-import/index.ts';

interface Links {
  readonly calls?: readonly number[];
  readonly dependsOn?: readonly number[];
}

function toText(count: number, linksOf: (index: number) => Links): string {
  const workflows = Array.from({ length: count }, (_, index) => {
    const { calls = [], dependsOn = [] } = linksOf(index);
    const steps = calls.map((other) => ({
      stepId: `call${other}`,
      workflowId: `w${other}`,
    }));
    return {
      workflowId: `w${index}`,
      dependsOn: dependsOn.map((other) => `w${other}`),
      steps: [...steps, { stepId: 'last', operationId: 'getPet' }],
    };
  });
  return JSON.stringify({
    arazzo: '1.0.1',
    info: { title: 'Many', version: '1.0.0' },
    sourceDescriptions: [{ name: 'api', url: './api.yaml', type: 'openapi' }],
    workflows,
  });
}

const patience = 30_000;

test(
  'workflows that call each other in a long chain are imported in seconds',
  async () => {
    const count = 600;
    const text = toText(count, (index) =>
      index + 1 < count ? { calls: [index + 1] } : {},
    );
    const { workflows } = await importDocument(text);
    expect(workflows).toHaveLength(count);
    expect(Object.keys(workflows[0]?.config.meta.workflows ?? {})).toHaveLength(599);
  },
  patience,
);

test('what several workflows call is compiled once', async () => {
  const { workflows } = await importDocument(
    toText(3, (index) => (index < 2 ? { calls: [2] } : {})),
  );
  const [first, second] = workflows.map(({ config }) => config.meta.workflows?.['w2']);
  expect(first).toBeDefined();
  expect(first).toBe(second);
});

test('workflows after one with an error are usable unless they get to it', async () => {
  const text = toText(4, (index) =>
    index === 0 ? { calls: [1] } : index === 1 ? { calls: [9] } : {},
  );
  const { workflows } = await importDocument(text);
  expect(workflows.map(({ hasErrors }) => hasErrors)).toEqual([true, true, false, false]);
});

test(
  'a circle of dependencies is told without naming all of its workflows each time',
  async () => {
    const count = 300;
    const text = toText(count, (index) => ({ dependsOn: [(index + 1) % count] }));
    const { diagnostics } = await importDocument(text);
    const circles = diagnostics.filter(({ code }) => code === 'DEPENDENCY_CYCLE');
    expect(circles).toHaveLength(count);
    expect(circles[0]?.message).toContain('w5 → (289 more) → w295');
  },
  patience,
);
