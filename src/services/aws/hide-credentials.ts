/**
 * A message without credentials. A service that rejects a signature repeats the signed headers,
 * which hold the access key id and the session token.
 */
export function hideCredentials(message: string): string {
  return message
    .replaceAll(/\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}\b/g, '(hidden)')
    .replaceAll(/(x-amz-security-token\s*[:=]\s*)[^\s'"&]+/gi, '$1(hidden)')
    .replaceAll(/(secret\w*\s*[:=]\s*)[^\s'"&]+/gi, '$1(hidden)');
}
