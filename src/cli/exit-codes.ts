/** What the exit code of a command says. */
export const exitCodes = {
  /** All is well. */
  ok: 0,
  /** The workflow did not complete, or what was asked for failed. */
  failed: 1,
  /** The call, or the document, was unusable; nothing was done. */
  unusable: 2,
} as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
