/** A file that is not where a document says, or not where documents may read. */
export class NotThereError extends Error {
  override name = 'NotThereError' as const;
}
