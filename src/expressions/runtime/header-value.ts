/** The value of a header, whatever the case of its name, or `undefined`. */
export function headerValue(
  headers: Readonly<Record<string, unknown>>,
  name: string,
): unknown {
  const wanted = name.toLowerCase();
  if (Object.hasOwn(headers, wanted)) return headers[wanted];
  const key = Object.keys(headers).find(
    (candidate) => candidate.toLowerCase() === wanted,
  );
  return key === undefined ? undefined : headers[key];
}
