import { runCli } from '../../cli/support/run-cli.ts';
import { pathOf } from './documents.ts';

/** A diagnostic as `check --json` prints it. */
export interface CheckedDiagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly path: string;
}

/** What `check --strict` says about a document. */
export async function checkDocument(file: string): Promise<readonly CheckedDiagnostic[]> {
  const { stdout } = await runCli(['check', pathOf(file), '--strict', '--json']);
  const { diagnostics } = JSON.parse(stdout) as {
    readonly diagnostics: readonly CheckedDiagnostic[];
  };
  return diagnostics;
}

/** A diagnostic on one line: `OUTPUT_MAY_BE_MISSING /workflows/0/outputs/total`. */
export function lineOf({ code, path }: CheckedDiagnostic): string {
  return `${code} ${path}`;
}
