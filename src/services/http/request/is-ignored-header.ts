/** Whether what a description says about a header as a parameter does not count (OpenAPI, Parameter Object). */
export function isIgnoredHeader(name: string): boolean {
  return /^(?:accept|content-type|authorization)$/iu.test(name);
}
