/** Why an XPath expression has no value. */
export class XPathError extends Error {
  override name = 'XPathError' as const;
}
