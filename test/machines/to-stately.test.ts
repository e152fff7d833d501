import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { AnyStateMachine } from 'xstate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importArazzo, toStately } from '../../src/index.ts';
import type { WorkflowConfig } from '../../src/index.ts';
import { provisionDatastoreAndExport } from '../../src/machines/healthlake/index.ts';
import { action, workflowText } from './support/workflow-text.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

// Inside the project, so that the module finds xstate.
beforeAll(async () => {
  folder = await mkdtemp(join(project, 'node_modules', '.to-stately-'));
});

afterAll(() => rm(folder, { recursive: true }));

const odd = `{"__proto__": {"a": 1}, "a-b": "\u2028\u2029", "class": "\`\${x}\`", "1": "'</script>"}`;

async function oddConfig(): Promise<WorkflowConfig> {
  const text = workflowText({
    steps: [
      {
        stepId: 'a.b',
        requestBody: { payload: JSON.parse(odd) as object },
        onFailure: [action('__proto__', 'retry')],
      },
    ],
  });
  return (await importArazzo(text)).workflow().config;
}

test.each([
  ['a ready-made machine', async () => provisionDatastoreAndExport.config],
  ['a machine with odd names', oddConfig],
])('the module of %s loads in bare XState, with the same config', async (name, load) => {
  const config = await load();
  const file = join(folder, `${name.replaceAll(' ', '-')}.mjs`);
  await writeFile(file, toStately(config));
  const { machine } = (await import(pathToFileURL(file).href)) as {
    machine: AnyStateMachine;
  };
  expect(JSON.stringify(machine.config)).toBe(JSON.stringify(config));
  expect(Object.keys(machine.states)).toEqual(Object.keys(config.states));
});

test('the module compiles', { timeout: 30_000 }, async () => {
  const files = [join(folder, 'ready.ts'), join(folder, 'odd.ts')];
  await writeFile(files[0] ?? '', toStately(provisionDatastoreAndExport.config));
  await writeFile(files[1] ?? '', toStately(await oddConfig()));
  const flags = ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck'];
  const tsc = join(project, 'node_modules/typescript/bin/tsc');
  const args = [tsc, ...flags, '--module', 'nodenext', '--target', 'es2023', ...files];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  expect(stdout).toBe('');
});
