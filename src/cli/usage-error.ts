/** The command was called in a way that cannot be understood; the exit code is 2. */
export class UsageError extends Error {
  override name = 'UsageError' as const;
  readonly hint: string | undefined;
  /** The message; each of several problems has a line of its own. */
  readonly lines: readonly string[];

  constructor(message: string | readonly string[], hint?: string) {
    const lines = typeof message === 'string' ? [message] : message;
    super(lines.join('\n'));
    this.lines = lines;
    this.hint = hint;
  }
}
