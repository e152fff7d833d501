const secretName =
  /^(?:authorization|proxy-authorization|cookie|(?:x-)?(?:api|app|access|auth|private|secret|subscription)[-_]?key|.*[-_]?api[-_]?key|(?:.*[-_]?)?(?:pass(?:word|wd|phrase)|secret)|(?:.*[-_]?)?client[-_]?secret|(?:x-)?(?:access|auth|bearer|refresh|id|session|api|security|jwt)[-_]?token|token|.*secret[-_]?access[-_]?key)$/iu;

/** Whether what bears this name is a secret. Other names, such as `nextToken`, only have the word in them. */
export function namesSecret(name: string): boolean {
  return secretName.test(name);
}

/** Whether what bears this name is a password, which may be short. */
export function namesPassword(name: string): boolean {
  return /(?:pass(?:word|wd|phrase)|^pwd)$/iu.test(name);
}

/** Whether what bears this name is a key or the secret of a client, which no everyday value is. */
export function namesKey(name: string): boolean {
  return /(?:key|secret)$/iu.test(name);
}
