import { describe, expect, test } from 'vitest';
import { paths } from '../../../src/cli/commands/paths.ts';
import { createFakeIo } from '../support/fake-io.ts';
import { pathTools } from '../support/path-tools.ts';
import type { AskedTools } from '../support/path-tools.ts';
import { runCli } from '../support/run-cli.ts';
import { twoWorkflows } from '../support/two-workflows.ts';

async function runWith(cases: string, file = 'cases.yaml'): Promise<AskedTools> {
  const tools = pathTools();
  const io = createFakeIo({ files: { 'a.yaml': twoWorkflows(), 'cases.yaml': cases } });
  await paths(['a.yaml', 'first', '--cases', file], io, tools);
  return tools;
}

describe('--cases', () => {
  test('gives the cases of a file to whoever lists the paths', async () => {
    const { asked } = await runWith(
      'first: { steps: { look: [{ name: odd, statusCode: 418 }] } }',
    );

    expect(asked).toEqual([
      { cases: { first: { steps: { look: [{ name: 'odd', statusCode: 418 }] } } } },
    ]);
  });

  test.each([
    ['{', /^cases\.yaml:1:\d+: /u],
    ['[]', /^cases\.yaml#: .+object/u],
    ['first: { step: {} }', /^cases\.yaml#\/first\/step: /u],
    ['frist: {}', /no workflow "frist"/u],
    ['first: { steps: { lok: [] } }', /no step "lok"/u],
  ])('tells what is wrong with %s', async (cases, message) => {
    await expect(runWith(cases)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(message),
    });
  });

  test('tells several mistakes in one line each', async () => {
    const call = runWith('{ first: { step: {} }, second: { step: {} } }');

    await expect(call).rejects.toMatchObject({
      message: expect.stringMatching(/first\/step: .+\ncases\.yaml#\/second\/step: /u),
    });
  });

  test('prints each of several mistakes in its own line', async () => {
    const files = { 'a.yaml': twoWorkflows(), 'c.yaml': '{ a: {}, b: {} }' };
    const { stderr } = await runCli(['paths', 'a.yaml', '--cases', 'c.yaml'], { files });
    expect(stderr.match(/^error {2}c\.yaml#/gmu)).toHaveLength(2);
  });

  test('may speak of workflows that are not asked for', async () => {
    const { asked } = await runWith('second: { steps: { look: [] } }');

    expect(asked).toEqual([{ cases: { second: { steps: { look: [] } } } }]);
  });

  test('tells when there is no such file', async () => {
    await expect(runWith('', 'none.json')).rejects.toMatchObject({
      message: expect.stringContaining('none.json cannot be read'),
      hint: 'Check the path of --cases.',
    });
  });
});
