import { readFileSync } from 'node:fs';
import { createActor } from 'xstate';
import { provisionDatastoreAndExport } from '../dist/machines/healthlake/index.js';

const machines = 10_000;
const inputs = JSON.parse(
  readFileSync(
    new URL(
      '../examples/healthlake/provision-datastore-and-export.inputs.json',
      import.meta.url,
    ),
    'utf8',
  ),
);
const answers = {
  CreateFHIRDatastore: () => ({ DatastoreId: '0123456789abcdef0123456789abcdef' }),
  DescribeFHIRDatastore: () => ({ DatastoreProperties: { DatastoreStatus: 'CREATING' } }),
};

/** Ten thousand machines that have created a data store and wait for it. */
export async function waitingMachines() {
  const machine = provisionDatastoreAndExport.machine({
    services: { healthlakeApi: createService() },
  });
  const start = () => createActor(machine, { input: { ...inputs } }).start();
  const first = [start(), start()];
  await settle(first);
  const heapBefore = usedHeap();
  const begin = performance.now();
  const actors = Array.from({ length: machines }, start);
  const started = performance.now() - begin;
  await settle(actors);
  const heap = usedHeap() - heapBefore;
  const waiting = actors.filter(waits);
  if (waiting.length !== machines) throw new Error(`only ${waiting.length} wait`);
  for (const actor of [...first, ...actors]) actor.stop();
  return [
    {
      name: `heap of each of ${machines} waiting machines`,
      value: heap / machines / 1024,
      unit: 'KB',
      goal: 8,
      details: `${(heap / 2 ** 20).toFixed(0)} MB in all`,
    },
    {
      name: 'start of each of them',
      value: (started / machines) * 1000,
      unit: 'µs',
      goal: 40,
      details: `${started.toFixed(0)} ms in all`,
    },
  ];
}

function createService() {
  return {
    name: 'bench',
    call: async ({ operation }) => ({
      statusCode: 200,
      headers: {},
      body: answers[operation.operationId](),
    }),
  };
}

function waits(actor) {
  return actor.getSnapshot().matches({ pollDatastore: 'waiting' });
}

async function settle(actors) {
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (!actors.every(waits)) await settle(actors);
}

function usedHeap() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
