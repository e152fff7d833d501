import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runProcess } from './support/cli-process.ts';
import type { Ended } from './support/cli-process.ts';

const page = readFileSync('examples/petstore/README.md', 'utf8');
const blocks = [...page.matchAll(/```(sh|text)\n(.*?)```/gsu)].map(
  ([, language, text = '']) => ({
    language,
    text,
  }),
);
const [openShop = '', buy = ''] = textsIn('sh').map((text) =>
  text.replaceAll('\\\n', ' '),
);
const [end = '', requests = ''] = textsIn('text');

let shop: ChildProcess;
let port: string;
let log: string;

beforeEach(async () => {
  const [, script = ''] = openShop.split(/\s+/u);
  shop = spawn(process.execPath, [script, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  log = '';
  shop.stdout?.setEncoding('utf8').on('data', (text: string) => (log += text));
  port = await portOf(shop);
  log = '';
});
afterEach(async () => {
  const closed = once(shop, 'close');
  shop.kill();
  await closed;
});

/** Waits until the shop says where it is. */
async function portOf({ stdout }: ChildProcess): Promise<string> {
  for (;;) {
    const found = /:(\d+)/u.exec(log)?.[1];
    if (found !== undefined) return found;
    if (stdout !== null) await once(stdout, 'data');
  }
}

function textsIn(language: string): readonly string[] {
  return blocks.flatMap((block) => (block.language === language ? block.text : []));
}

/** Runs the page's command on the port that the shop has here. */
async function run(more: readonly string[] = [], key?: string): Promise<Ended> {
  const words = buy.trim().replaceAll('4020', port).split(/\s+/u);
  const [variable = '', value = ''] = words[0]?.split('=') ?? [];
  expect(words.slice(1, 3)).toEqual(['npx', 'arazzo-xstate']);
  return runProcess([...words.slice(3), ...more], { [variable]: key ?? value });
}

test('the commands of the page buy a dog, and print what the page says', async () => {
  const { code, stdout } = await run();
  expect(code).toBe(0);
  expect(stdout).toContain(end);
  expect(log).toBe(requests);
});

test('what the page suggests ends without an order', async () => {
  const { code, stdout } = await run([
    '--input',
    'species=cat',
    '--input',
    'maxPrice=50',
    '--json',
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    status: 'completed',
    outputs: { found: 0 },
  });
  expect(log).not.toContain('POST /orders');
});

test('with a wrong key nothing is bought, and the key is not shown', async () => {
  const { code, stdout, stderr } = await run([], 'wrong-key');
  expect(code).toBe(1);
  expect(log).toBe('POST /sessions 401\n');
  expect(stdout + stderr).toContain('logIn');
  expect(stdout + stderr).not.toContain('wrong-key');
});
