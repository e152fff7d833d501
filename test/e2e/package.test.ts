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
  test('runs the sample of the README, on the pet shop', () => {
    const readme = readFileSync(`${root}/README.md`, 'utf8');
    const sample = /## In your code\s+```ts\n([^]*?)```/u.exec(readme)?.[1] ?? '';
    expect(sample).toContain('createHttpServices(arazzo, { credentials })');
    const source = sample
      .replace('my.arazzo.yaml', 'examples/petstore/buy-a-pet.arazzo.yaml')
      .replace('{ credentials }', '{ credentials, servers: { petstore: address } }');

    const output = runModule(`${openShop}\n${source}\nshop.kill();`);

    expect(output).toContain("status: 'approved'");
  });

  test.each([
    'arazzo-xstate',
    'arazzo-xstate/machines',
    'arazzo-xstate/services',
    'arazzo-xstate/testing',
    'arazzo-xstate/testing/msw',
  ])('has the entry %s', (entry) => {
    const output = runModule(`console.log(Object.keys(await import('${entry}')).length)`);
    expect(Number(output)).toBeGreaterThan(0);
  });
});

/** What the sample leaves out: a server to call, and the key to it. */
const openShop = `
import { spawn } from 'node:child_process';
import { once } from 'node:events';
const shop = spawn(process.execPath, ['examples/petstore/server.mjs', '0']);
const [greeting] = await once(shop.stdout, 'data');
const address = /http:\\S+/u.exec(greeting)[0];
const credentials = { petstore: { shopKey: { apiKey: 'demo-key' } } };
`;
