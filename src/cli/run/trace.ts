import type { RunEvent } from '../../machines/index.ts';
import type { LineFile } from '../io.ts';
import type { Redactor } from './redact.ts';

/** Writes what happens in a run into a file, one JSON object in a line, without secrets. */
export function createTrace(
  file: LineFile,
  redactor: Redactor,
): (event: RunEvent) => void {
  return (event) => file.write(JSON.stringify(redactor.value(toTraceLine(event))));
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
