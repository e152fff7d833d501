import { UsageError } from './usage-error.ts';

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * Reads `250ms`, `30s`, `5m`, `2h`, `1d` as milliseconds.
 * @throws UsageError that names the option
 */
export function parseDuration(text: string, option: string): number {
  const [, amount, unit = ''] =
    /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/u.exec(text.trim()) ?? [];
  const factor = units[unit];
  if (factor !== undefined) return Number(amount) * factor;
  throw new UsageError(
    `--${option} "${text}" is no length of time.`,
    `Write a number and a unit: --${option} 250ms, 30s, 5m or 2h.`,
  );
}

/** Writes milliseconds for people: `250 ms`, `1.5 s`, `2 min`, `1 h 30 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 120) return `${Number(seconds.toFixed(seconds < 10 ? 1 : 0))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}
