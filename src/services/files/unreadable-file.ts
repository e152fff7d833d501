import type { Diagnostic } from '../../diagnostics/index.ts';
import { fileProblem } from './file-problem.ts';

/** What to say about a document that cannot be read from its file. */
export function unreadableFile(path: string, error: unknown): Diagnostic {
  return {
    code: 'FILE_UNREADABLE',
    severity: 'error',
    message: `The file ${path} cannot be read: ${fileProblem(error)}.`,
    path: '',
    range: { uri: path, start: 0, end: 0 },
    hint: 'Check the path; it is relative to the current folder.',
  };
}

/** What to say about a document that cannot be read from its URL. */
export function unreadableUrl(url: string, error: unknown): Diagnostic {
  const hint = error instanceof Error && 'hint' in error ? error.hint : undefined;
  return {
    code: 'FILE_UNREADABLE',
    severity: 'error',
    message: `The document cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    path: '',
    range: { uri: url, start: 0, end: 0 },
    hint: typeof hint === 'string' ? hint : 'Check the URL.',
  };
}
