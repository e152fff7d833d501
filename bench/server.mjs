// A simulator on HTTP for the benchmarks, in a process of its own. Each request takes ten minutes of
// its time, so that a run is always the same eight calls.
import { createHealthLakeSimulator } from '../dist/services/healthlake/simulator/index.js';
import { startHealthLakeServer } from '../dist/services/healthlake/simulator/start-health-lake-server.js';

const minute = 60_000;
let requests = 0;

const simulator = createHealthLakeSimulator({
  quotas: false,
  clock: { now: () => requests * 10 * minute, setTimeout, clearTimeout },
  durations: {
    createDatastore: 25 * minute,
    submitted: 15 * minute,
    exportJob: 10 * minute,
  },
});
const datastoreId = simulator.addDatastore();

const server = await startHealthLakeServer({
  simulator: {
    handle: (request) => {
      requests += 1;
      return simulator.handle(request);
    },
  },
});
process.send({ url: server.url, datastoreId });

process.on('disconnect', () => process.exit());
