import type { RecordedPath, Recording } from './recording.ts';

/** A recording that was read, or why the text is none. */
export type ParsedRecording =
  { readonly recording: Recording } | { readonly problem: string };

/** Reads the text of a recording. */
export function parseRecording(text: string): ParsedRecording {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const problem = findProblem(value);
  return problem === undefined ? { recording: value as Recording } : { problem };
}

function findProblem(value: unknown): string | undefined {
  if (!isRecord(value) || !isRecord(value['workflows']))
    return 'it has no object "workflows"';
  if (value['version'] !== 1)
    return `its version is ${JSON.stringify(value['version']) ?? 'missing'}, and only 1 is known`;
  for (const [workflowId, paths] of Object.entries(value['workflows'])) {
    if (!isRecord(paths)) return `the paths of "${workflowId}" are no object`;
    const broken = Object.entries(paths).find(([, path]) => !isRecordedPath(path));
    if (broken !== undefined)
      return `the path "${broken[0]}" of "${workflowId}" is broken`;
  }
  return undefined;
}

function isRecordedPath(value: unknown): value is RecordedPath {
  return (
    isRecord(value) &&
    isRecord(value['inputs']) &&
    isRecord(value['outputs']) &&
    isRecord(value['steps']) &&
    Array.isArray(value['criteria']) &&
    Array.isArray(value['waits']) &&
    typeof value['end'] === 'string' &&
    Array.isArray(value['requests']) &&
    value['requests'].every(isRecord)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
