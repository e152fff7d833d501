/** The command was called in a way that cannot be understood; the exit code is 2. */
export class UsageError extends Error {
  override name = 'UsageError' as const;
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
