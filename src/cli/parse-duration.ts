import { UsageError } from './usage-error.ts';

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * Reads `250ms`, `30s`, `5m`, `2h`, `1d` as milliseconds, `least` or more.
 * @throws UsageError that names the option
 */
export function parseDuration(text: string, option: string, least = 0): number {
  const [, amount, unit = ''] =
    /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/u.exec(text.trim()) ?? [];
  const milliseconds = Number(amount) * (units[unit] ?? Number.NaN);
  if (milliseconds >= least) return milliseconds;
  throw new UsageError(
    `--${option} "${text}" is no length of time.`,
    `Write a number and a unit: --${option} 250ms, 30s, 5m or 2h.`,
  );
}
