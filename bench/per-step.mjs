import {
  DescribeFHIRDatastoreCommand,
  HealthLakeClient,
} from '@aws-sdk/client-healthlake';
import { createActor, toPromise } from 'xstate';
import { importArazzo } from '../dist/index.js';
import { createHealthLakeService } from '../dist/services/index.js';
import { inTurn } from './measure.mjs';

const steps = 10;
const runs = 10;

/** Rounds before the clock starts, so that both are compiled and not interpreted. */
const warmUp = 10;

/** Time per step of a workflow of ten calls, run ten times, beside a bare loop of the same calls. */
export async function perStep({ url, datastoreId }) {
  const createClient = () =>
    new HealthLakeClient({
      endpoint: url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    });
  const client = createClient();
  const services = createHealthLakeService({ client: createClient() });
  const arazzo = await importArazzo(toDocument());
  const machine = arazzo.workflow().machine({ services });

  const once = async () => {
    const actor = createActor(machine, { input: { datastoreId } });
    actor.start();
    const { status, outputs } = await toPromise(actor);
    if (status !== 'completed' || outputs.status !== 'ACTIVE')
      throw new Error(`it is ${status}`);
  };
  const workflow = async () => {
    for (let run = 0; run < runs; run++) await once();
  };
  const bare = async () => {
    for (let call = 0; call < steps * runs; call++) {
      const { DatastoreProperties } = await client.send(
        new DescribeFHIRDatastoreCommand({ DatastoreId: datastoreId }),
      );
      if (DatastoreProperties.DatastoreStatus !== 'ACTIVE') throw new Error('not active');
    }
  };
  for (let round = 0; round < warmUp; round++) {
    await workflow();
    await bare();
  }
  const { first, second } = await inTurn(31, workflow, bare);
  return {
    name: 'time per step, beside a bare loop of SDK calls',
    value: first / second,
    unit: '×',
    goal: 1.15,
    details: `${toMicroseconds(first)} µs and ${toMicroseconds(second)} µs`,
  };
}

function toMicroseconds(milliseconds) {
  return ((milliseconds / steps / runs) * 1000).toFixed(0);
}

/** Each step sends an expression, checks a criterion, chooses between actions and keeps an output. */
function toDocument() {
  return JSON.stringify({
    arazzo: '1.0.1',
    info: { title: 'bench', version: '1' },
    sourceDescriptions: [{ name: 'api', url: 'api.yaml' }],
    workflows: [
      {
        workflowId: 'bench',
        inputs: { type: 'object', properties: { datastoreId: { type: 'string' } } },
        outputs: { status: `$steps.step${steps - 1}.outputs.status` },
        steps: Array.from({ length: steps }, (_, index) => toStep(index)),
      },
    ],
  });
}

function toStep(index) {
  const status = '$.DatastoreProperties.DatastoreStatus';
  const goto = (name, value, stepId) => ({
    name,
    type: stepId === undefined ? 'end' : 'goto',
    ...(stepId === undefined ? {} : { stepId }),
    criteria: [
      {
        context: '$response.body',
        type: 'jsonpath',
        condition: `${status} == "${value}"`,
      },
    ],
  });
  return {
    stepId: `step${index}`,
    operationId: 'DescribeFHIRDatastore',
    requestBody: { payload: { DatastoreId: '$inputs.datastoreId' } },
    successCriteria: [{ condition: '$statusCode == 200' }],
    outputs: { status: '$response.body#/DatastoreProperties/DatastoreStatus' },
    onSuccess: [
      goto('creating', 'CREATING', `step${index}`),
      goto('active', 'ACTIVE', index + 1 < steps ? `step${index + 1}` : undefined),
    ],
  };
}
