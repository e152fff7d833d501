/** The URL without the values of query parameters that are secrets. */
export function maskUrl(url: URL, secrets: ReadonlySet<string>): string {
  if (secrets.size === 0) return url.href;
  const masked = url.search
    .slice(1)
    .split('&')
    .map((part) => {
      const [name = ''] = part.split('=', 1);
      return secrets.has(decode(name)) ? `${name}=***` : part;
    });
  const { origin, pathname } = url;
  return `${origin}${pathname}${url.search === '' ? '' : `?${masked.join('&')}`}`;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
