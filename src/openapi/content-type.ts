import type { MediaType } from './media-types.ts';

/** The type without parameters, in lower case: `application/json`. */
export function essenceOf(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** JSON, whatever is made of it: `+json`, and the protocols of AWS. */
export function isJsonType(contentType: string): boolean {
  return /[/+](?:x-amz-)?json(?:-[\d.]+)?$/u.test(essenceOf(contentType));
}

/** Forms, whose members are sent as text. */
export function isFormType(contentType: string): boolean {
  return /^(?:multipart\/form-data|application\/x-www-form-urlencoded)$/u.test(
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

/** The type in which a body is sent when nobody says so: JSON before others (A-BODY-02). */
export function likelyMediaType(mediaTypes: readonly MediaType[]): MediaType | undefined {
  return (
    mediaTypes.find(({ contentType }) => essenceOf(contentType) === 'application/json') ??
    mediaTypes.find(({ contentType }) => isJsonType(contentType)) ??
    mediaTypes.find(({ contentType }) => isFormType(contentType)) ??
    mediaTypes[0]
  );
}
