import { describe, expect, test } from 'vitest';
import { editedExample, provision } from '../support/examples.ts';
import { runCli } from '../support/run-cli.ts';
import type { CliResult } from '../support/run-cli.ts';

const token = 'very-secret-token-1';
const password = 'hunter2 with "quotes"';

// A password that is sent, comes back as an output, and one that a failure would quote.
const edited = editedExample(
  provision,
  [
    'ExportJobName:\n          type: string',
    'ExportJobName:\n          type: string\n          format: password',
  ],
  [
    'jobStatus: $steps',
    'echoed: $inputs.ExportJobName\n      second: $inputs.ExportClientToken\n      jobStatus: $steps',
  ],
);

async function runWithSecrets(...more: readonly string[]): Promise<CliResult> {
  return runCli(
    [
      'run',
      'a.yaml',
      ...provision.slice(1),
      '--trace',
      't',

      '--input',
      `ExportClientToken=${token}`,
      '--input',
      `CreateClientToken=${token}`,
      '--input',
      `ExportJobName=${password}`,
      ...more,
    ],
    { files: { 'a.yaml': edited } },
  );
}

function everything({ stdout, stderr, io }: CliResult): string {
  return [stdout, stderr, io.written.get('t')].join('\n');
}

describe('a secret', () => {
  test.each([
    ['of a run that completes', []],
    ['of a run that completes, for programs', ['--json']],
    ['of a run that fails', ['--fault', 'FAILED']],
    [
      'of a run that fails, for programs',
      ['--fault', 'StartFHIRExportJob=500', '--json'],
    ],
    ['of a call that is refused', ['--fault', 'StartFHIRExportJob=access-denied']],
  ])('%s is in no output', async (_name, more) => {
    const result = await runWithSecrets(...more);

    expect(everything(result)).toContain('[redacted]');
    expect(everything(result)).not.toContain(token);
    expect(everything(result)).not.toContain('hunter2');
  });

  test('of the wrong type is not quoted', async () => {
    const { code, stderr } = await runCli(
      ['run', 'a.yaml', '--input', `ExportClientToken=${token}`],
      {
        files: {
          'a.yaml': edited.replaceAll(
            'ExportClientToken:\n          type: string',
            'ExportClientToken:\n          type: integer',
          ),
        },
      },
    );

    expect(code).toBe(2);
    expect(stderr).toContain('The input "ExportClientToken" must be integer.');
    expect(stderr).not.toContain(token);
  });
});

test('a token that the run derived is in no output', async () => {
  const { stdout, io } = await runCli(['run', ...provision, '--trace', 't', '--json']);

  const calls = (io.written.get('t') ?? '')
    .split('\n')
    .filter((line) => line.includes('"call"'));
  expect(calls.length).toBeGreaterThan(3);
  for (const call of calls) expect(call).toContain('"idempotencyToken":"[redacted]"');
  expect(stdout).not.toContain('idempotencyToken');
});
