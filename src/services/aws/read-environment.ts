/** The value of an environment variable; `undefined` also in a browser, which has none. */
export function readEnvironment(name: string): string | undefined {
  return typeof process === 'undefined' ? undefined : process.env[name];
}
