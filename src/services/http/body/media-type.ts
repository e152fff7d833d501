/** The type without parameters, in lower case: `application/json`. */
export function essenceOf(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** JSON, whatever is made of it: `+json`, and the protocols of AWS. */
export function isJsonType(contentType: string): boolean {
  return /[/+](?:x-amz-)?json(?:-[\d.]+)?$/u.test(essenceOf(contentType));
}

/** XML and everything made of it. */
function isXmlType(contentType: string): boolean {
  return /[/+]xml$/u.test(essenceOf(contentType));
}

/** Types that are text. */
export function isTextType(contentType: string): boolean {
  const essence = essenceOf(contentType);
  return (
    essence.startsWith('text/') ||
    isXmlType(essence) ||
    /[/+](?:yaml|x-yaml|javascript|x-ndjson|jsonl|json-seq|x-www-form-urlencoded|graphql)$/u.test(
      essence,
    )
  );
}

/** The value of a parameter of a media type. */
export function parameterOf(contentType: string, name: string): string | undefined {
  if (!contentType.includes(';')) return undefined;
  const found = new RegExp(
    String.raw`;\s*${name}\s*=\s*(?:"([^"]*)"|([^\s;]+))`,
    'iu',
  ).exec(contentType);
  return found?.[1] ?? found?.[2];
}
