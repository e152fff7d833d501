import type { HidePath } from '../../../testing/reports/hide-path.ts';
import type { Output } from '../../io.ts';
import { createStyle } from '../../style.ts';
import type { Style } from '../../style.ts';

/** How a report is drawn. */
export interface TerminalSetting {
  readonly style: Style;
  /** Characters in a line. */
  readonly columns: number;
  /** Nothing is left out. */
  readonly verbose: boolean;
  /** Takes out of a path what nobody is to see. */
  readonly hide: HidePath;
}

/** Lines of a log file are as long as people like to read. */
const columnsOfFile = 100;

/** How a report is drawn on an output. */
export function terminalSetting(
  output: Output,
  { verbose = false, hide }: { readonly verbose?: boolean; readonly hide: HidePath },
): TerminalSetting {
  const { isTerminal, columns } = output;
  return {
    style: createStyle(output),
    columns: isTerminal ? Math.max(columns, 40) : columnsOfFile,
    verbose,
    hide,
  };
}
