import { open, readFile, writeFile } from 'node:fs/promises';
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
    onInterrupt,
  };
}

/** Ctrl-C, and what a scheduler sends to a job that it wants to end. */
const endSignals = ['SIGINT', 'SIGTERM'] as const;

function onInterrupt(callback: () => void): () => void {
  for (const signal of endSignals) process.on(signal, callback);
  return () => {
    for (const signal of endSignals) process.off(signal, callback);
  };
}

function toOutput(stream: WriteStream): Output {
  // A reader that has seen enough, such as `head`, is no failure.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const isTerminal = stream.isTTY && process.env['TERM'] !== 'dumb';
  return {
    isTerminal,
    hasColors: isTerminal && !process.env['NO_COLOR'],
    write: (text) => void stream.write(text),
    get columns() {
      return stream.columns || 80;
    },
    get rows() {
      return stream.rows || 24;
    },
  };
}

async function openFile(path: string): Promise<LineFile> {
  const file = await open(path, 'w');
  const stream = file.createWriteStream();
  let failure: Error | undefined;
  stream.on('error', (error) => (failure = error));
  return {
    write: (line) => void stream.write(`${line}\n`),
    close: async () => {
      await new Promise<void>((resolve) => stream.end(() => resolve()));
      if (failure !== undefined) throw failure;
    },
  };
}
