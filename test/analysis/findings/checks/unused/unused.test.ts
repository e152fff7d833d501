import { describe, expect, test } from 'vitest';
import { find, placesOf } from '../../support/find.ts';
import { step } from '../../support/step.ts';

const inputs = { type: 'object', properties: { a: {}, b: {} } };
const reading = (value: string) => ({ parameters: [{ name: 'p', in: 'query', value }] });

/** Codes and places of what nothing uses. */
async function unusedIn(
  rest: object,
  workflow: object = { inputs },
): Promise<readonly string[]> {
  const found = placesOf(await find([step('s', rest)], { workflow }));
  return found.filter((place) => place.startsWith('UNUSED'));
}

describe('an input', () => {
  test('that nothing reads is noted', async () => {
    expect(await unusedIn(reading('$inputs.a'))).toEqual([
      'UNUSED_INPUT /inputs/properties/b',
    ]);
  });

  test.each(['{$inputs.a} {$inputs.b}', '$inputs', '{{inputs.a}} ${inputs.b}'])(
    'that %s reads is not',
    async (value) => {
      expect(await unusedIn(reading(value))).toEqual([]);
    },
  );

  test('that a misspelled expression means is not', async () => {
    const properties = { customer: {} };

    expect(
      await unusedIn(reading('$inputs.custommer'), { inputs: { properties } }),
    ).toEqual([]);
  });
});

describe('outputs of a step', () => {
  const outputs = { x: '$response.body#/x', y: '$response.body#/y' };

  test('that nothing reads are noted in one finding', async () => {
    expect(await unusedIn({ outputs }, { outputs: { z: '$statusCode' } })).toEqual([
      'UNUSED_OUTPUT /steps/0/outputs',
    ]);
    expect(await unusedIn({ outputs }, { outputs: { x: '$steps.s.outputs.x' } })).toEqual(
      ['UNUSED_OUTPUT /steps/0/outputs/y'],
    );
  });

  test('are the result of a workflow that has none of its own', async () => {
    expect(await unusedIn({ outputs }, {})).toEqual([]);
  });
});

test('what another workflow reads is used', async () => {
  const outputs = { x: '$response.body#/x' };
  const value =
    '{$workflows.w.inputs.a} {$workflows.w.inputs.b} {$workflows.w.steps.s.outputs.x}';
  const found = await find([], {
    document: {
      workflows: [
        {
          workflowId: 'w',
          inputs,
          steps: [step('s', { outputs })],
          outputs: { z: '$statusCode' },
        },
        { workflowId: 'v', dependsOn: ['w'], steps: [step('t', reading(value))] },
      ],
    },
  });

  expect(placesOf(found)).toEqual([]);
});

test('components and sources that nothing uses are noted', async () => {
  const parameter = { name: 'p', in: 'query', value: 1 };
  const found = await find(
    [step('s', { parameters: [{ reference: '$components.parameters.used' }] })],
    {
      document: {
        sourceDescriptions: [
          { name: 'api', url: './api.yaml', type: 'openapi' },
          { name: 'flows', url: './flows.yaml', type: 'arazzo' },
        ],
        components: { parameters: { used: parameter, idle: parameter } },
      },
    },
  );

  expect(placesOf(found)).toEqual([
    'UNUSED_SOURCE /sourceDescriptions/1',
    'UNUSED_COMPONENT /components/parameters/idle',
  ]);
});
