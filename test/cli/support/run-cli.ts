import type { RunReport } from '../../../src/cli/run/run-report.ts';
import { main } from '../../../src/cli/main.ts';
import { createFakeIo } from './fake-io.ts';
import type { FakeIo, FakeIoOptions } from './fake-io.ts';

/** What a command left behind. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly io: FakeIo;
}

/** Runs the command line in this process. */
export async function runCli(
  argv: readonly string[],
  options: FakeIoOptions = {},
): Promise<CliResult> {
  const io = createFakeIo(options);
  const code = await main(argv, io);
  return { code, stdout: io.stdout.text, stderr: io.stderr.text, io };
}

/** Runs `run --json` and reads what it prints. */
export async function runJson(
  argv: readonly string[],
  options: FakeIoOptions = {},
): Promise<CliResult & { readonly report: RunReport }> {
  const result = await runCli(['run', ...argv, '--json'], options);
  return { ...result, report: JSON.parse(result.stdout) as RunReport };
}

/** The operations that a run called, in order. */
export function operationsOf({ steps }: RunReport): readonly string[] {
  return steps.map(({ operation }) => operation);
}
