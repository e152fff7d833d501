import type { Severities } from '../../analysis/findings/index.ts';
import { diagnosticCodes, didYouMean } from '../../diagnostics/index.ts';
import type { DiagnosticCode, Severity } from '../../diagnostics/index.ts';
import { readPairs } from '../read-pairs.ts';
import { UsageError } from '../usage-error.ts';

const levels: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'off'];

/**
 * Reads `--severity CODE=level`.
 * @throws UsageError for what is no code or no level
 */
export function readSeverities(given: readonly string[]): Severities {
  const pairs = readPairs(given, 'severity', '--severity UNUSED_OUTPUT=off');
  return Object.fromEntries(
    pairs.map(([code, level]) => [toCode(code), toLevel(code, level)]),
  );
}

function toCode(text: string): DiagnosticCode {
  const code = diagnosticCodes.find((each) => each === text.toUpperCase());
  if (code !== undefined) return code;
  throw new UsageError(
    `--severity: there is no code "${text}".`,
    didYouMean(text, diagnosticCodes) ?? 'docs/diagnostics.md lists the codes.',
  );
}

function toLevel(code: string, text: string): Severity | 'off' {
  const wanted = text === 'note' ? 'info' : text;
  const level = levels.find((each) => each === wanted);
  if (level !== undefined) return level;
  throw new UsageError(
    `--severity ${code}: "${text}" is no severity.`,
    `Write one of ${levels.join(', ')}.`,
  );
}
