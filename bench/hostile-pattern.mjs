import { createActor, toPromise } from 'xstate';
import { importArazzo } from '../dist/index.js';
import { median, processorTime } from './measure.mjs';

const length = 50_000;
const pattern = '(a+)+$';

/** A run with a criterion that takes other engines longer than the universe has been there. */
export async function hostilePattern() {
  const arazzo = await importArazzo(JSON.stringify(toDocument()));
  const body = `${'a'.repeat(length)}!`;
  const machine = arazzo.workflow().machine({
    services: {
      name: 'bench',
      call: async () => ({ statusCode: 200, headers: {}, body }),
    },
  });
  const once = async () => {
    const { status } = await toPromise(createActor(machine, { input: {} }).start());
    if (status !== 'failed') throw new Error(`it is ${status}`);
  };
  const times = [await processorTime(once)];
  for (let round = 0; round < 10; round++) times.push(await processorTime(once));
  return {
    name: `a run that matches ${pattern} with ${length / 1000} kB`,
    value: median(times),
    unit: 'ms',
    goal: 100,
    details: `the first time ${times[0].toFixed(0)} ms`,
  };
}

function toDocument() {
  const criterion = { context: '$response.body', type: 'regex', condition: pattern };
  const step = { stepId: 'look', operationId: 'look', successCriteria: [criterion] };
  return {
    arazzo: '1.0.1',
    info: { title: 'bench', version: '1' },
    sourceDescriptions: [{ name: 'api', url: 'api.yaml' }],
    workflows: [{ workflowId: 'bench', steps: [step] }],
  };
}
