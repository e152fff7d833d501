import { createActor, toPromise } from 'xstate';
import { importArazzo } from '../dist/index.js';
import { createHttpService, parseDescription } from '../dist/services/index.js';
import { inTurn } from './measure.mjs';

const steps = 10;
const runs = 10;

/** Rounds before the clock starts, so that both are compiled and not interpreted. */
const warmUp = 15;

/** Time per step of a workflow of ten requests, run ten times, beside a bare loop of `fetch`. */
export async function httpPerStep({ url }) {
  const workflow = await createWorkflow(url);
  const bare = async () => {
    for (let call = 0; call < steps * runs; call++) await bareCall(url, call % steps);
  };
  for (let round = 0; round < warmUp; round++) {
    await workflow();
    await bare();
  }
  const { first, second } = await inTurn(61, workflow, bare);
  return {
    name: 'time per step over HTTP, beside a bare loop of fetch',
    value: first / second,
    unit: '×',
    goal: 1.25,
    details: `${toMicroseconds(first)} µs and ${toMicroseconds(second)} µs`,
  };
}

async function createWorkflow(url) {
  const { description } = await parseDescription(JSON.stringify(toDescription(url)));
  const services = createHttpService({
    description,
    credentials: { key: { apiKey: 'secret' } },
  });
  const arazzo = await importArazzo(JSON.stringify(toDocument()));
  const machine = arazzo.workflow().machine({ services });
  const once = async () => {
    const actor = createActor(machine, { input: { name: 'bench' } }).start();
    const { status, outputs } = await toPromise(actor);
    if (status !== 'completed' || outputs.id !== `item-${steps - 1}`)
      throw new Error(`it is ${status}`);
  };
  return async () => {
    for (let run = 0; run < runs; run++) await once();
  };
}

/** What somebody would write without this library: the same requests, and a look at each answer. */
async function bareCall(url, index) {
  const response = await fetch(`${url}/items/item-${index}?name=bench`, {
    headers: { 'x-key': 'secret', accept: 'application/json, */*;q=0.5' },
    redirect: 'manual',
  });
  const { id, status } = await response.json();
  if (response.status !== 200 || status !== 'ready' || id !== `item-${index}`)
    throw new Error('not ready');
}

function toMicroseconds(milliseconds) {
  return ((milliseconds / steps / runs) * 1000).toFixed(0);
}

function toDescription(url) {
  const operation = {
    operationId: 'getItem',
    parameters: [toParameter('id', 'path'), toParameter('name', 'query')],
    responses: {
      200: { description: 'It', content: { 'application/json': { schema: {} } } },
    },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'bench', version: '1' },
    servers: [{ url }],
    security: [{ key: [] }],
    paths: { '/items/{id}': { get: operation } },
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    },
  };
}

/** Each step sends expressions, checks a criterion, chooses between actions and keeps an output. */
function toDocument() {
  return {
    arazzo: '1.0.1',
    info: { title: 'bench', version: '1' },
    sourceDescriptions: [{ name: 'api', url: 'api.yaml' }],
    workflows: [
      {
        workflowId: 'bench',
        inputs: { type: 'object', properties: { name: { type: 'string' } } },
        outputs: { id: `$steps.step${steps - 1}.outputs.id` },
        steps: Array.from({ length: steps }, (_, index) => toStep(index)),
      },
    ],
  };
}

function toStep(index) {
  const isLast = index + 1 === steps;
  const ready = isLast ? { type: 'end' } : { type: 'goto', stepId: `step${index + 1}` };
  return {
    stepId: `step${index}`,
    operationId: 'getItem',
    parameters: [
      { name: 'id', in: 'path', value: `item-${index}` },
      { name: 'name', in: 'query', value: '$inputs.name' },
    ],
    successCriteria: [{ condition: '$statusCode == 200' }],
    outputs: { id: '$response.body#/id' },
    onSuccess: [
      { name: 'gone', type: 'end', criteria: statusIs('gone') },
      { name: 'ready', ...ready, criteria: statusIs('ready') },
    ],
  };
}

function statusIs(value) {
  return [{ condition: `$response.body#/status == '${value}'` }];
}

function toParameter(name, place) {
  return { name, in: place, required: true, schema: { type: 'string' } };
}
