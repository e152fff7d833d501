import { readFile } from 'node:fs/promises';
import type { Io, Output } from '../../../src/cli/io.ts';

/** A terminal, a file system and a keyboard for the command line. */
export interface FakeIo extends Io {
  readonly stdout: FakeOutput;
  readonly stderr: FakeOutput;
  /** Files that were written, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** Presses Ctrl-C. */
  interrupt(): void;
}

/** An output that remembers. */
interface FakeOutput extends Output {
  readonly text: string;
}

/** What is different from an empty folder and a log file. */
export interface FakeIoOptions {
  /** Documents by path; another path is read from the disk. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Io['env'];
  readonly stdout?: Partial<Output>;
}

/** Creates what a command touches, without a process. */
export function createFakeIo({
  files = {},
  env = {},
  stdout,
}: FakeIoOptions = {}): FakeIo {
  const written = new Map<string, string>();
  const listeners = new Set<() => void>();
  return {
    stdout: createOutput(stdout),
    stderr: createOutput(),
    env,
    written,
    readFile: async (path) => files[path] ?? readFile(path, 'utf8'),
    writeFile: async (path, text) => void written.set(path, text),
    openFile: async (path) => {
      written.set(path, '');
      return {
        write: (line) => void written.set(path, `${written.get(path)}${line}\n`),
        close: async () => undefined,
      };
    },
    onInterrupt: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    interrupt: () => listeners.forEach((callback) => callback()),
  };
}

function createOutput(look: Partial<Output> = {}): FakeOutput {
  let text = '';
  return {
    isTerminal: false,
    columns: 80,
    rows: 24,
    hasColors: false,
    ...look,
    write: (more) => void (text += more),
    get text() {
      return text;
    },
  };
}
