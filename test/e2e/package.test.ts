import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a module in the project's folder, where the package can import itself by its name. */
function runModule(source: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });
}

describe('the built package', () => {
  test('runs the sample of the README, on the simulator', () => {
    const readme = readFileSync(`${root}/README.md`, 'utf8');
    const sample = /## In your code\s+```ts\n([^]*?)```/u.exec(readme)?.[1] ?? '';
    expect(sample).toContain("region: 'us-east-1'");
    const source = sample
      .replace("{ region: 'us-east-1' }", 'client')
      .replace('{ services }), {', '{ services }), { clock,')
      .replace(/^const services/mu, `${onSimulator}\nconst services`);

    const output = runModule(source);

    expect(output).toContain('pollDatastore');
    expect(output.trim().split('\n').at(-1)).toMatch(/^[\da-f]{32}$/u);
  });

  test.each([
    'arazzo-xstate',
    'arazzo-xstate/services',
    'arazzo-xstate/testing',
    'arazzo-xstate/testing/msw',
  ])('has the entry %s', (entry) => {
    const output = runModule(`console.log(Object.keys(await import('${entry}')).length)`);
    expect(Number(output)).toBeGreaterThan(0);
  });
});

/** What the sample leaves out: inputs, and something to run on. */
const onSimulator = `
import { readFileSync } from 'node:fs';
import { createHealthLakeSimulator, createSimulatorRequestHandler } from 'arazzo-xstate/services';
import { createVirtualClock } from 'arazzo-xstate/testing';
const input = JSON.parse(readFileSync('examples/healthlake/provision-datastore-and-export.inputs.json', 'utf8'));
const clock = createVirtualClock();
const simulator = createHealthLakeSimulator({ clock: clock.inside });
const client = {
  region: simulator.region,
  credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  requestHandler: createSimulatorRequestHandler(simulator),
};
`;
