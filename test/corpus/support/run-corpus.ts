import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlainDiagnostic } from '../../../src/index.ts';

const script = fileURLToPath(new URL('../../../scripts/corpus.mjs', import.meta.url));

/** What became of a document. */
interface CorpusResult {
  readonly document: string;
  readonly outcome: 'imported' | 'crash' | 'hang';
  readonly error?: string;
  readonly isWellFormed?: boolean;
  readonly loaded?: number;
  readonly workflows?: number;
  readonly hasDescription: boolean;
  readonly ms: number;
  readonly diagnostics?: readonly PlainDiagnostic[];
}

/** What the script says and writes about a folder. */
export interface CorpusRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly results: readonly CorpusResult[];
}

/** Runs `npm run corpus` on a folder. */
export async function runCorpus(
  folder: string,
  options: readonly string[] = [],
): Promise<CorpusRun> {
  const target = mkdtempSync(join(tmpdir(), 'corpus-test-'));
  const json = join(target, 'results.json');
  try {
    const ended = await run([folder, '--json', json, ...options]);
    const { results } = JSON.parse(readFileSync(json, 'utf8')) as CorpusRun;
    return { ...ended, results };
  } finally {
    rmSync(target, { recursive: true });
  }
}

function run(argv: readonly string[]): Promise<Omit<CorpusRun, 'results'>> {
  const child = spawn(process.execPath, [script, ...argv]);
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => (text[name] += chunk));
  }
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, ...text }));
  });
}
