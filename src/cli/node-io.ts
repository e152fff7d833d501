import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { WriteStream } from 'node:tty';
import type { Io, LineFile, Output } from './io.ts';

/** The process as a command sees it. */
export function createNodeIo(): Io {
  return {
    stdout: toOutput(process.stdout),
    stderr: toOutput(process.stderr),
    env: process.env,
    readFile: (path) => readFile(path, 'utf8'),
    writeFile: (path, text) => writeFile(path, text),
    openFile,
    onInterrupt: (callback) => {
      process.on('SIGINT', callback);
      return () => process.off('SIGINT', callback);
    },
  };
}

function toOutput(stream: WriteStream): Output {
  // A reader that has seen enough, such as `head`, is no failure.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY && process.env['TERM'] !== 'dumb',
    get columns() {
      return stream.columns ?? 80;
    },
    hasColors: stream.isTTY && process.env['NO_COLOR'] === undefined,
  };
}

function openFile(path: string): LineFile {
  const stream = createWriteStream(path);
  const opened = new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', reject);
  });
  opened.catch(() => undefined);
  return {
    write: (line) => void stream.write(`${line}\n`),
    close: async () => {
      await opened;
      await new Promise<void>((resolve) => stream.end(resolve));
    },
  };
}
