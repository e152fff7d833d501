import type { MediaType } from '../../openapi/index.ts';

/** The type without parameters, in lower case: `application/json`. */
export function essenceOf(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** JSON, and everything made of it. */
export function isJsonType(contentType: string): boolean {
  return /[/+]json$/u.test(essenceOf(contentType));
}

/** Forms, whose members are sent as text. */
export function isFormType(contentType: string): boolean {
  return /^(?:multipart\/|application\/x-www-form-urlencoded$)/u.test(
    essenceOf(contentType),
  );
}

/** What a description says about a body of this type; ranges count last. */
export function findMediaType(
  mediaTypes: readonly MediaType[],
  contentType: string,
): MediaType | undefined {
  const wanted = essenceOf(contentType);
  const has = (test: (declared: string) => boolean): MediaType | undefined =>
    mediaTypes.find((each) => test(essenceOf(each.contentType)));
  return (
    has((declared) => declared === wanted) ??
    has(
      (declared) => declared.endsWith('/*') && wanted.startsWith(declared.slice(0, -1)),
    ) ??
    has((declared) => declared === '*/*' || declared === '*')
  );
}

/** The type in which a body is sent when nobody says so: JSON before others. */
export function likelyMediaType(mediaTypes: readonly MediaType[]): MediaType | undefined {
  return (
    mediaTypes.find(({ contentType }) => essenceOf(contentType) === 'application/json') ??
    mediaTypes.find(({ contentType }) => isJsonType(contentType)) ??
    mediaTypes.find(({ contentType }) => isFormType(contentType)) ??
    mediaTypes[0]
  );
}
