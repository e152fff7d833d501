import type { SelectorLanguage } from './selector-language.ts';

/**
 * The language of the target of a replacement that does not name one: XPath when the payload is
 * XML, JSON Pointer for everything else, forms included.
 */
export function targetLanguage(contentType: string | undefined): SelectorLanguage {
  const isXml = /[/+]xml\s*(?:;|$)/i.test(contentType ?? '');
  return { type: isXml ? 'xpath' : 'jsonpointer' };
}
