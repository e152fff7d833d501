// `npm run bench`: measures, prints a table and then the same as JSON. A goal that is missed is
// marked; nothing fails, because times depend on the machine.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { coldRun } from './cold-run.mjs';
import { hostilePattern } from './hostile-pattern.mjs';
import { httpPerStep } from './http-per-step.mjs';
import { importDocument } from './import.mjs';
import { largeDescription } from './large-description.mjs';
import { largeDocument } from './large-document.mjs';
import { coveringPaths, pathCounts } from './paths.mjs';
import { perStep } from './per-step.mjs';
import { waitingMachines } from './waiting-machines.mjs';

// The SDK's complaint about older versions of Node is for whoever develops with it.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const servers = ['./server.mjs', './http-server.mjs'].map((file) =>
  fork(fileURLToPath(new URL(file, import.meta.url))),
);
const results = await measure().finally(() => servers.forEach((server) => server.kill()));

async function measure() {
  const [healthLake, api] = await Promise.all(
    servers.map((server) => new Promise((resolve) => server.once('message', resolve))),
  );
  const measured = [
    await perStep(healthLake),
    await httpPerStep(api),
    await coldRun(healthLake),
    ...(await waitingMachines()),
    await importDocument(),
    ...(await largeDocument()),
    ...(await largeDescription()),
    await hostilePattern(),
    ...(await coveringPaths()),
    ...(await pathCounts()),
  ];
  return measured.map(({ value, ...rest }) => ({
    ...rest,
    value: Number(value.toFixed(2)),
  }));
}

const width = Math.max(...results.map(({ name }) => name.length));
for (const { name, value, unit, goal, details } of results) {
  const verdict = value <= goal ? 'ok  ' : 'MISS';
  const figures = `${String(value).padStart(7)} ${unit.padEnd(2)}  goal ${String(goal).padEnd(4)}`;
  console.log(`${verdict}  ${name.padEnd(width)}  ${figures}  (${details})`);
}
console.log(JSON.stringify({ node: process.version, results }, null, 2));
