/** Gives you the JSON Pointer (RFC 6901) of a member or item of the value at `path`. */
export function appendToken(path: string, token: string | number): string {
  if (typeof token === 'number' || !/[~/]/.test(token)) return `${path}/${token}`;
  return `${path}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Gives you the unescaped reference tokens of a JSON Pointer. */
export function pointerTokens(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
