import type { RunEvent } from '../../machines/index.ts';
import { fileProblem } from '../../services/files/file-problem.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import type { Redactor } from './redact.ts';

/** Writes down what happens in a run. */
export interface Trace {
  readonly onEvent: (event: RunEvent) => void;
  close(): Promise<void>;
}

/**
 * Opens a file for what happens in a run, one JSON object in a line, without secrets.
 * @throws UsageError when the file cannot be written
 */
export async function openTrace(
  path: string,
  redactor: Redactor,
  io: Pick<Io, 'openFile' | 'stderr'>,
): Promise<Trace> {
  const file = await io.openFile(path).catch((error: unknown) => {
    throw new UsageError(
      `The file ${path} cannot be written: ${fileProblem(error)}.`,
      'Check the path of --trace.',
    );
  });
  return {
    onEvent: (event) => file.write(JSON.stringify(redactor.value(toTraceLine(event)))),
    close: async () => {
      try {
        await file.close();
      } catch (error) {
        // The run is over and its report matters more.
        io.stderr.write(`The trace is not complete: ${fileProblem(error)}.\n`);
      }
    },
  };
}

function toTraceLine(event: RunEvent): object {
  const at = new Date(event.at).toISOString();
  if (event.type === 'wait')
    return { ...event, at, until: new Date(event.until).toISOString() };
  if (event.type === 'answer') {
    const { context: _context, request: _request, startedAt, ...rest } = event;
    return { ...rest, at, startedAt: new Date(startedAt).toISOString() };
  }
  return { ...event, at };
}
