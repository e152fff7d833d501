import { parseRecording } from '../../testing/recording/parse-recording.ts';
import type { Against } from '../../testing/against/against.ts';
import type { Recording } from '../../testing/recording/recording.ts';
import { fileProblem } from '../../services/files/file-problem.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/** The options that say where expectations are. */
export interface ExpectationArguments {
  readonly expect?: string;
  /** `''` for the place beside the document. */
  readonly record?: readonly string[];
  readonly against: Against;
}

/** Where expectations are read from, or written to. */
export interface ExpectationFile {
  readonly path: string;
  readonly isWritten: boolean;
  /** The call names it, so that it has to be there. */
  readonly isNamed: boolean;
}

/**
 * The file of expectations that a call means; `undefined` when there can be none.
 * @throws UsageError when there is no place beside the document
 */
export function expectationFile(
  { expect, record, against }: ExpectationArguments,
  document: string,
): ExpectationFile | undefined {
  if (record !== undefined && against !== 'scripted')
    throw new UsageError(
      'Only scripted paths can be recorded.',
      `Leave out --against ${against}.`,
    );
  if (expect !== undefined && against === 'simulator')
    throw new UsageError(
      'What the simulator answers is not what was recorded, so that nothing can be compared.',
      'Leave out --expect.',
    );
  if (expect !== undefined && record !== undefined)
    throw new UsageError(
      '--expect compares and --record writes: only one of them can be meant.',
      `To write to the file, say --record=${expect}.`,
    );
  if (against === 'simulator') return undefined;
  const named = expect ?? record?.findLast((path) => path !== '');
  const path = named ?? fileBeside(document);
  if (path !== undefined)
    return {
      path,
      isWritten: record !== undefined,
      isNamed: named !== undefined,
    };
  if (record === undefined) return undefined;
  throw new UsageError(
    'There is no place beside a document that is not a file.',
    'Write --record=file.json.',
  );
}

function fileBeside(document: string): string | undefined {
  return /^https?:/iu.test(document) ? undefined : `${document}.expected.json`;
}

/**
 * The expectations in a file; `undefined` when it is not there and need not be.
 * @throws UsageError when it cannot be read or holds none
 */
export async function readExpectations(
  { path, isNamed, isWritten }: ExpectationFile,
  io: Pick<Io, 'readFile'>,
): Promise<Recording | undefined> {
  let text: string;
  try {
    text = await io.readFile(path);
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isAbsent && (isWritten || !isNamed)) return undefined;
    throw new UsageError(
      `The expectations in ${path} cannot be read: ${fileProblem(error)}.`,
      'Write them with --record.',
    );
  }
  const parsed = parseRecording(text);
  if ('recording' in parsed) return parsed.recording;
  throw new UsageError(
    `The file ${path} holds no expectations: ${parsed.problem}.`,
    `Remove it, or name another file with ${isWritten ? '--record=file' : '--expect file'}.`,
  );
}
