import { stringify } from 'yaml';
import { importArazzo } from '../dist/index.js';
import { median, processorTime } from './measure.mjs';

const steps = 1000;

/** Processor time from the text of a document of a thousand steps to a machine, as JSON and as YAML. */
export async function largeDocument() {
  const document = toDocument();
  return [
    await measure('JSON', JSON.stringify(document, null, 2)),
    await measure('YAML', stringify(document)),
  ];
}

async function measure(format, text) {
  const once = async () => {
    const arazzo = await importArazzo(text);
    arazzo.workflow().machine();
  };
  const times = [await processorTime(once)];
  for (let round = 0; round < 10; round++) times.push(await processorTime(once));
  return {
    name: `import of a document of ${steps} steps, ${format}`,
    value: median(times),
    unit: 'ms',
    goal: 300,
    details: `${(text.length / 1024).toFixed(0)} KB, the first time ${times[0].toFixed(0)} ms`,
  };
}

function toDocument() {
  return {
    arazzo: '1.0.1',
    info: { title: 'bench', version: '1' },
    sourceDescriptions: [{ name: 'api', url: 'api.yaml' }],
    workflows: [
      {
        workflowId: 'bench',
        inputs: { type: 'object', properties: { name: { type: 'string' } } },
        steps: Array.from({ length: steps }, (_, index) => toStep(index)),
        outputs: { id: `$steps.step${steps - 1}.outputs.id` },
      },
    ],
  };
}

/** Each step reads the one before it. */
function toStep(index) {
  const name = index === 0 ? '$inputs.name' : `$steps.step${index - 1}.outputs.id`;
  return {
    stepId: `step${index}`,
    description: `Step number ${index}.`,
    operationId: `operation${index}`,
    parameters: [{ name: 'name', in: 'query', value: name }],
    requestBody: { contentType: 'application/json', payload: { name, number: index } },
    successCriteria: [
      { condition: '$statusCode == 200' },
      { context: '$response.body', type: 'jsonpath', condition: '$[?@.id != null]' },
    ],
    onFailure: [
      {
        name: 'again',
        type: 'retry',
        retryAfter: 1,
        retryLimit: 3,
        criteria: [{ condition: '$statusCode == 503' }],
      },
    ],
    outputs: { id: '$response.body#/id' },
  };
}
