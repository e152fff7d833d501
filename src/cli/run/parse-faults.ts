import { parseFault } from '../../services/healthlake/simulator/index.ts';
import type { Fault } from '../../services/healthlake/simulator/index.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Reads what `--fault` was given.
 * @throws UsageError that says what would be right
 */
export function parseFaults(texts: readonly string[]): readonly Fault[] {
  return texts.map((text) => {
    const parsed = parseFault(text);
    if (parsed.fault !== undefined) return parsed.fault;
    throw new UsageError(`--fault ${text}: ${parsed.error}`);
  });
}
