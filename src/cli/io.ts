/** Everything that a command touches: passed in, so that a test can be the terminal. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** @throws when the file cannot be read */
  readFile(path: string): Promise<string>;
  /** @throws when the file cannot be written */
  writeFile(path: string, text: string): Promise<void>;
  /**
   * Empties or creates a file, for writing line by line.
   * @throws when the file cannot be written
   */
  openFile(path: string): Promise<LineFile>;
  /** Calls back when the process is asked to end, by Ctrl-C or otherwise; returns how to stop listening. */
  onInterrupt(callback: () => void): () => void;
}

/** A stream that people or programs read. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Characters in a line. */
  readonly columns: number;
  /** Lines on the screen. */
  readonly rows: number;
  readonly hasColors: boolean;
}

/** A file that grows. */
export interface LineFile {
  write(line: string): void;
  close(): Promise<void>;
}
