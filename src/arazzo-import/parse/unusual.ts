/** A text has something in it that only the whole of YAML can tell. */
export class Unusual extends Error {
  override name = 'Unusual' as const;
}
