import { expect, test } from 'vitest';
import { planPaths, runPaths } from '../../../src/testing/index.ts';
import type { WorkflowReport } from '../../../src/testing/index.ts';
import { compareRecording } from '../../../src/testing/recording/compare-recording.ts';
import { toRecording } from '../../../src/testing/recording/to-recording.ts';
import { load, one } from '../../analysis/paths/support/plan.ts';

const read = { id: '$response.body#/id' };

/** Three steps, of which the last sends what an expression gives; inputs and answers all have an `id`. */
async function run(value: string): Promise<WorkflowReport> {
  const steps = [
    { stepId: 'owner', outputs: read },
    { stepId: 'pet', outputs: { ...read, tag: '$response.body#/tag/id' } },
    { stepId: 'visit', parameters: [{ name: 'id', in: 'query', value }] },
  ];
  const inputs = { type: 'object', properties: { id: { type: 'string' } } };
  const outputs = {
    owner: '$steps.owner.outputs.id',
    pet: '$steps.pet.outputs.id',
    tag: '$steps.pet.outputs.tag',
  };
  const workflow = await load(one(steps, { inputs, outputs }));
  return runPaths(workflow, planPaths(workflow));
}

test.each(['$steps.owner.outputs.id', '$steps.pet.outputs.tag', '$inputs.id'])(
  'a request that has %s in the place of another id is not as it was recorded',
  async (other) => {
    const recording = toRecording([await run('$steps.pet.outputs.id')]);
    const problems = compareRecording(await run(other), recording);
    expect(problems.map(({ message }) => message)).toContain(
      'Request 3 (visit) differs at /parameters/query id.',
    );
  },
);
