import { namesKey, namesPassword } from './secret-name.ts';

/** Whether a value of this name is a secret, and neither an expression nor what stands for one. */
export function isSecret(value: unknown, name: string): boolean {
  if (typeof value !== 'string') return false;
  const { scheme, text } = splitScheme(value.trim());
  if (isPlaceholder(text)) return false;
  if (isKnownKey(text)) return true;
  if (/\s/u.test(text)) return false;
  if (scheme === 'basic') return isLogin(text);
  if (isWord(text)) return false;
  if (namesPassword(name)) return text.length >= 6;
  const isShortKey = scheme !== undefined || namesKey(name);
  if (isShortKey && text.length >= 8 && /\d.*[a-z]/iu.test(text)) return true;
  return text.length >= 16 && /\d/u.test(text) && /[a-z]/iu.test(text);
}

/** Whether a text is a key that says itself what it is, whatever its name. */
export function isKnownKey(text: unknown): boolean {
  return typeof text === 'string' && knownKey.test(text) && !isPlaceholder(text);
}

const knownKey =
  /^(?:AKIA[\dA-Z]{16}|gh[pousr]_\w{30,}|github_pat_\w{30,}|sk_live_\w+|xox[abp]-[\w-]+|eyJ[\w-]{10,}\.[\w-]+\.[\w-]*)$|^-----BEGIN [A-Z ]*PRIVATE KEY/u;

/** What stands for a value that somebody is to fill in. */
function isPlaceholder(text: string): boolean {
  return placeholders.some((pattern) => pattern.test(text));
}

const placeholders: readonly RegExp[] = [
  /^[<[({].*[>\])}]$|^\$|\{\$|\{\{|\$\{|%[A-Z_]+%/u,
  /^(.)\1*$|x{3,}|\*{3,}|\.{3}|…|abc-?123|12345/iu,
  /change[-_ ]?me|your|my[-_ ]|example|sample|dummy|fake|mock|test|demo|wrong|invalid/iu,
  /placeholder|replace|todo|redacted|insert|here/iu,
];

/** A word of which nobody takes the value for the real one. */
function isWord(text: string): boolean {
  return /^(?:string|none|null|secret|token|password|passw0rd|api[-_ ]?key|key|value|abc|foo|bar)[-_\d!]*$/iu.test(
    text,
  );
}

interface Schemed {
  /** In lower case. */
  readonly scheme?: string;
  readonly text: string;
}

/** `Basic dXNlcjpwYXNz` is `user:pass` to everybody. */
function splitScheme(value: string): Schemed {
  const [, scheme, text] = /^(bearer|basic|token|apikey)\s+(.+)$/isu.exec(value) ?? [];
  if (scheme === undefined || text === undefined) return { text: value };
  return scheme.toLowerCase() === 'basic'
    ? { scheme: 'basic', text: decoded(text) }
    : { scheme: scheme.toLowerCase(), text };
}

function decoded(text: string): string {
  try {
    return atob(text);
  } catch {
    return text;
  }
}

/** Who writes `Basic` and encodes what follows has written a password. */
function isLogin(text: string): boolean {
  return /^[^:]*:.+$/u.test(text);
}
