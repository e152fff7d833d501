import type { RunEvent } from '../../machines/index.ts';
import type { Output } from '../io.ts';
import type { Describe, StepProgress } from './step-progress.ts';

/** Shows what happens in a run. */
export interface Progress {
  readonly onEvent: (event: RunEvent) => void;
  /** Nothing more is shown after it. */
  stop(): void;
}

/** The steps that progress is shown for. */
export interface ProgressSetting {
  readonly steps: readonly StepProgress[];
  readonly describe: Describe;
  readonly output: Output;
  /** Takes the secrets out of a text. */
  readonly hide: (text: string) => string;
  /** Milliseconds since 1970, by the run's clock. */
  readonly now: () => number;
}
