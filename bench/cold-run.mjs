import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inTurn } from './measure.mjs';

const example = fileURLToPath(
  new URL('../examples/healthlake/provision-datastore-and-export', import.meta.url),
);

/** A whole `arazzo-xstate run`, process and all, beside a plain script of the same eight calls. */
export async function coldRun({ url }) {
  const inputs = `${example}.inputs.json`;
  let run = 0;
  const ours = () => {
    run += 1;
    const token = `bench-${process.pid}-${run}`;
    const where = ['--endpoint', url, '--poll-interval', '0ms'];
    const input = ['--inputs', inputs, '--input', `ExportClientToken=${token}`];
    return node('../dist/cli/bin.js', [
      'run',
      `${example}.arazzo.yaml`,
      '--json',
      ...where,
      ...input,
    ]);
  };
  const plain = () => node('./plain-script.mjs', [url, inputs]);
  await ours();
  await plain();
  const { first, second } = await inTurn(15, ours, plain);
  return {
    name: 'cold run, beside a plain script of the same eight calls',
    value: first / second,
    unit: '×',
    goal: 1.5,
    details: `${first.toFixed(0)} ms and ${second.toFixed(0)} ms`,
  };
}

function node(script, args) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`exit code ${code}`)),
    );
  });
}
