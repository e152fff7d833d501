const secretName =
  /(?:token|secret|passw|passphrase|credential|authorization|api[-_]?key|private[-_]?key|cookie|signature)/iu;

/** Tells you whether a member, parameter or header of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}
