import { describe, expect, test } from 'vitest';
import { workflowText } from '../../machines/support/workflow-text.ts';
import type { WorkflowParts } from '../../machines/support/workflow-text.ts';
import { callOf, configOf, findingsOf } from '../support/import-text.ts';

interface Lists {
  readonly workflow?: readonly object[];
  readonly step?: readonly object[];
  readonly components?: WorkflowParts['components'];
}

function textOf({ workflow = [], step = [], components }: Lists): string {
  return workflowText({
    parameters: workflow,
    steps: [{ stepId: 'a', parameters: step }],
    ...(components === undefined ? {} : { components }),
  });
}

async function parametersOf(lists: Lists): Promise<readonly object[]> {
  return callOf(await configOf(textOf(lists)), 'a').parameters;
}

function query(name: string, value: unknown): object {
  return { name, in: 'query', value };
}

const page = { name: 'page', in: 'query', value: 5 };
const components = { parameters: { 'my.org.page': page } };
const reference = '$components.parameters.my.org.page';

describe("those of the workflow and the step's own", () => {
  test('are merged by name and place (A-WF-24, A-WF-26, A-PARAM-17)', async () => {
    const merged = await parametersOf({
      workflow: [query('a', 1), { name: 'b', in: 'header', value: 2 }],
      step: [query('a', 9), { name: 'c', in: 'path', value: 3 }],
    });
    expect(merged).toEqual([
      { name: 'b', in: 'header', value: 2 },
      query('a', 9),
      { name: 'c', in: 'path', value: 3 },
    ]);
  });

  test('are different in different places (A-PARAM-09)', async () => {
    const merged = await parametersOf({
      workflow: [query('a', 1)],
      step: [{ name: 'a', in: 'header', value: 2 }],
    });
    expect(merged).toHaveLength(2);
  });

  test('are the same when headers differ in case only (A-PARAM-07, C-37)', async () => {
    const merged = await parametersOf({
      workflow: [{ name: 'X-Api-Key', in: 'header', value: 1 }],
      step: [{ name: 'x-api-key', in: 'header', value: 2 }],
    });
    expect(merged).toEqual([{ name: 'x-api-key', in: 'header', value: 2 }]);
  });

  test('reach the operation also when its description does not have them (A-WF-25)', async () => {
    const undeclared = { name: 'X-Trace', in: 'header', value: 'on' };
    expect(await parametersOf({ workflow: [undeclared] })).toEqual([undeclared]);
  });

  test('are reported once when one is there twice (A-WF-27)', async () => {
    const text = textOf({ step: [query('a', 1), query('a', 2)] });
    expect(await findingsOf(text)).toMatchObject([
      { code: 'DUPLICATE_NAME', path: '/workflows/0/steps/0/parameters/1/name' },
    ]);
  });
});

describe('a reference to a component', () => {
  test('brings its parameter, whose name may have dots (A-REUSE-01)', async () => {
    expect(await parametersOf({ step: [{ reference }], components })).toEqual([page]);
  });

  test.each([
    ['of any type (A-PARAM-15, A-REUSE-02, C-42)', 1],
    ['that is an expression (A-REUSE-03)', '$inputs.page'],
  ])('may bring a value of its own %s', async (_name, value) => {
    const step = [{ reference, value }];
    expect(await parametersOf({ step, components })).toEqual([{ ...page, value }]);
  });

  test('counts among the duplicates (A-PARAM-16)', async () => {
    const text = textOf({ step: [page, { reference }], components });
    expect(await findingsOf(text)).toMatchObject([
      { code: 'DUPLICATE_NAME', path: '/workflows/0/steps/0/parameters/1' },
    ]);
  });

  test('of the workflow is overridden by the step (A-PARAM-17)', async () => {
    const lists = { workflow: [{ reference }], step: [query('page', 1)], components };
    expect(await parametersOf(lists)).toEqual([query('page', 1)]);
  });

  test('that is not there is reported (A-REUSE-01)', async () => {
    const step = [{ reference: '$components.parameters.my.org.pag' }];
    expect(await findingsOf(textOf({ step, components }))).toEqual([
      {
        code: 'UNKNOWN_COMPONENT',
        severity: 'error',
        path: '/workflows/0/steps/0/parameters/0/reference',
        at: '"$components.parameters.my.org.pag"',
      },
    ]);
  });

  test('has to name a parameter (A-REUSE-05, A-WF-28)', async () => {
    const step = [{ reference: '$components.successActions.x' }];
    const more = { successActions: { x: { name: 'x', type: 'end' } } };
    const text = textOf({ step, components: { ...components, ...more } });
    expect(await findingsOf(text)).toMatchObject([{ code: 'INVALID_VALUE' }]);
  });

  test.each(['__proto__', 'constructor'])('finds no %s', async (name) => {
    const step = [{ reference: `$components.parameters.${name}` }];
    expect(await findingsOf(textOf({ step, components }))).toMatchObject([
      { code: 'UNKNOWN_COMPONENT' },
    ]);
  });
});

test('a parameter of the workflow that has no place cannot reach an operation', async () => {
  const text = textOf({ workflow: [{ name: 'a', value: 1 }] });
  expect(await findingsOf(text)).toMatchObject([
    { code: 'MISSING_FIELD', severity: 'error', path: '/workflows/0/parameters/0' },
  ]);
});

test('what is wrong in a list of the workflow is told once, not for every step', async () => {
  const text = workflowText({
    parameters: [query('a', '$inputs.')],
    failureActions: [{ name: 'lost', type: 'goto', stepId: 'nowhere' }],
    steps: [{ stepId: 'a' }, { stepId: 'b' }, { stepId: 'c' }],
  });
  const codes = (await findingsOf(text)).map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)]);
  expect(codes).toContain('UNKNOWN_STEP');
});
