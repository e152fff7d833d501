import { describe, expect, test } from 'vitest';
import { find, placesOf, withCode } from '../support/find.ts';
import { step } from '../support/step.ts';

const outputs = { it: '$steps.make.outputs.it' };
const make = step('make', { outputs: { it: '$response.body' } });
const first = { workflowId: 'first', steps: [make], outputs };
const call = { stepId: 'call', workflowId: 'first' };
const parameters = [{ name: 'x', in: 'query', value: '$workflows.first.outputs.it' }];
const use = step('use', { parameters });

/** What is missing in a workflow with these steps, beside the workflow `first` and others. */
async function missing(
  steps: readonly object[],
  { workflow = {}, others = [] }: { workflow?: object; others?: readonly object[] } = {},
): Promise<readonly string[]> {
  const workflows = [{ workflowId: 'w', steps, ...workflow }, first, ...others];
  const found = await find(steps, { document: { workflows } });
  return placesOf(withCode(found, 'OUTPUT_MAY_BE_MISSING'));
}

const place = 'OUTPUT_MAY_BE_MISSING /steps';

describe('an output of another workflow is missing', () => {
  test('when nothing lets the workflow run', async () => {
    expect(await missing([use])).toEqual([`${place}/0/parameters/0/value`]);
  });

  test('when the step that calls it comes later', async () => {
    expect(await missing([use, call])).toEqual([`${place}/0/parameters/0/value`]);
  });

  test('where the step that calls it has failed', async () => {
    const onFailure = [{ name: 'over', type: 'goto', stepId: 'use' }];
    expect(await missing([{ ...call, onFailure }, use])).toEqual([
      `${place}/1/parameters/0/value`,
    ]);
  });
});

describe('an output of another workflow is there', () => {
  test('when the workflow depends on it', async () => {
    expect(await missing([use], { workflow: { dependsOn: ['first'] } })).toEqual([]);
  });

  test('when a step before calls it', async () => {
    expect(await missing([call, use])).toEqual([]);
  });

  test('when something runs both', async () => {
    const both = [call, { stepId: 'then', workflowId: 'w' }];
    const others = [{ workflowId: 'all', steps: both }];
    expect(await missing([use], { others })).toEqual([]);
  });
});
