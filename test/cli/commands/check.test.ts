import { describe, expect, test } from 'vitest';
import { editedExample, provision } from '../support/examples.ts';
import { runCli } from '../support/run-cli.ts';

const broken = editedExample(provision, ['operationId: Start', 'operationID: Start']);

describe('check', () => {
  test('ends with 0 when there are warnings only, and counts them', async () => {
    const { code, stdout, stderr } = await runCli(['check', provision[0]]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/arazzo\.yaml: 5 warnings\n$/u);
  });

  test('ends with 2 when there is an error', async () => {
    const { code, stdout } = await runCli(['check', 'a.yaml'], {
      files: { 'a.yaml': broken },
    });

    expect(code).toBe(2);
    expect(stdout).toMatch(/^a\.yaml:\d+:\d+ {2}error {2}[A-Z_]+ {2}/mu);
  });

  test('prints one object with places for programs', async () => {
    const { stdout, stderr } = await runCli(['check', provision[0], '--json']);

    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly object[] };
    expect(stderr).toBe('');
    expect(diagnostics[0]).toEqual({
      code: 'LAX_JSONPATH',
      severity: 'warning',
      message: expect.any(String),
      file: provision[0],
      line: 93,
      column: 28,
      path: '/workflows/0/steps/1/onSuccess/0/criteria/0/condition',
      hint: expect.any(String),
    });
  });

  test('without a problem says so', async () => {
    const strict = editedExample(provision, [
      '$.DatastoreProperties.DatastoreStatus ==',
      '$[?$.DatastoreProperties.DatastoreStatus ==',
    ])
      .replaceAll(/(\$\[\?.*)$/gmu, '$1]')
      .replaceAll(/condition: (\$\.ExportJobProperties.*)$/gmu, 'condition: $[?$1]');
    const { code, stdout } = await runCli(['check', 'examples/healthlake/a.yaml'], {
      files: { 'examples/healthlake/a.yaml': strict },
    });

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'examples/healthlake/a.yaml: no problems\n',
    });
  });
});
