/** A document that cannot be read, and what to do about it. */
export class SourceError extends Error {
  override name = 'SourceError' as const;
  readonly hint: string | undefined;

  constructor(message: string, options: ErrorOptions & { readonly hint?: string } = {}) {
    super(message, options);
    this.hint = options.hint;
  }
}

/** A document on a host that nobody allowed. */
export class HostNotAllowedError extends Error {
  override name = 'HostNotAllowedError' as const;
  /** As it stands in a list of allowed hosts: `api.example.com`, `127.0.0.1:4010`. */
  readonly host: string;

  constructor(url: URL, why: string) {
    super(`${shownUrl(url)} is not read: ${why}.`);
    this.host = url.host;
  }
}

/** A URL without what may be a password. */
export function shownUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
}
