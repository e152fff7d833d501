import { fileProblem } from '../../services/files/file-problem.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Writes a file that an option names.
 * @throws UsageError when it cannot be written
 */
export async function writeFile(
  path: string,
  text: string,
  { io, option }: { readonly io: Pick<Io, 'writeFile'>; readonly option: string },
): Promise<void> {
  try {
    await io.writeFile(path, text);
  } catch (error) {
    throw new UsageError(
      `The file ${path} cannot be written: ${fileProblem(error)}.`,
      `Check the path of --${option}.`,
    );
  }
}
