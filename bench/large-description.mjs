import { dump } from 'js-yaml';
import { importArazzo } from '../dist/index.js';
import { inTurn, processorTime } from './measure.mjs';

const operations = 2000;
const steps = 200;

/** Processor time that a description of three megabytes adds to an import, as JSON and as YAML. */
export async function largeDescription() {
  const description = toDescription();
  return [
    await measure('JSON', JSON.stringify(description)),
    await measure('YAML', dump(description)),
  ];
}

async function measure(format, text) {
  const document = JSON.stringify(toDocument());
  let reads = 0;
  const read = async () => {
    reads += 1;
    return { text, uri: 'https://api.example.com/openapi' };
  };
  const withIt = async () => {
    reads = 0;
    const { diagnostics } = await importArazzo(document, { read });
    if (diagnostics.length > 0) throw new Error(diagnostics[0].message);
    if (reads !== 1) throw new Error(`it was read ${reads} times`);
  };
  const without = () => importArazzo(document);
  await withIt();
  await without();
  const { first, second } = await inTurn(11, withIt, without, processorTime);
  return {
    name: `what a large description adds to an import, ${format}`,
    value: first - second,
    unit: 'ms',
    goal: 500,
    details: `${(text.length / 2 ** 20).toFixed(1)} MB, ${operations} operations; ${steps} steps use it, read once`,
  };
}

function toDocument() {
  return {
    arazzo: '1.0.1',
    info: { title: 'bench', version: '1' },
    sourceDescriptions: [{ name: 'api', url: 'openapi', type: 'openapi' }],
    workflows: [
      {
        workflowId: 'bench',
        steps: Array.from({ length: steps }, (_, index) => ({
          stepId: `step${index}`,
          operationId: `getThing${index * 10}`,
          parameters: [{ name: 'id', in: 'path', value: 'a' }],
        })),
      },
    ],
  };
}

function toDescription() {
  const numbers = Array.from({ length: operations }, (_, index) => index);
  return {
    openapi: '3.1.0',
    info: { title: 'bench', version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    paths: Object.fromEntries(
      numbers.map((number) => [`/things${number}/{id}`, toPath(number)]),
    ),
    components: {
      schemas: Object.fromEntries(
        numbers.map((number) => [`Thing${number}`, toSchema(number)]),
      ),
    },
  };
}

function toPath(number) {
  const content = {
    'application/json': { schema: { $ref: `#/components/schemas/Thing${number}` } },
  };
  return {
    get: {
      operationId: `getThing${number}`,
      summary: `Gives you the thing with the number ${number}, and everything that is known about it.`,
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        {
          name: 'fields',
          in: 'query',
          schema: { type: 'array', items: { type: 'string' } },
        },
      ],
      responses: {
        200: { description: 'The thing.', content },
        404: { description: 'There is no such thing.' },
      },
    },
  };
}

/** Schemas refer to each other in one large circle. */
function toSchema(number) {
  const next = `#/components/schemas/Thing${(number + 1) % operations}`;
  return {
    type: 'object',
    required: ['id', 'name'],
    properties: {
      ...Object.fromEntries(
        ['id', 'name', 'owner', 'comment', 'place', 'state'].map(toTextProperty),
      ),
      next: { $ref: next },
      parts: { type: 'array', items: { $ref: next } },
    },
  };
}

function toTextProperty(name) {
  return [
    name,
    {
      type: 'string',
      description: `The ${name} of the thing, as its owner has written it.`,
    },
  ];
}
