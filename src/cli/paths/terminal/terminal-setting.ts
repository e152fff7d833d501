import type { Style } from '../../style.ts';

/** How a report is drawn. */
export interface TerminalSetting {
  readonly style: Style;
  /** Characters in a line. */
  readonly columns: number;
  /** Nothing is left out. */
  readonly verbose: boolean;
}
