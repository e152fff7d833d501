import { essenceOf } from '../../../openapi/index.ts';

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
