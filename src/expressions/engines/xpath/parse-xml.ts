import { parseXmlDocument } from 'slimdom';
import type { Document } from 'slimdom';
import { XPathError } from './xpath-error.ts';

/** Characters; a megabyte takes about a second to read. */
const maxXmlLength = 1_000_000;

/** Elements within elements; the libraries call themselves once per level. */
const maxDepth = 500;

/** A document type that declares something of its own: entities, attributes. */
const declarations =
  /^(?:[^<]|<[?](?:[^?]|[?](?!>))*[?]>|<!--(?:(?!-->).)*-->)*<!DOCTYPE[^>]*\[/s;

/**
 * The document that an XML text is.
 *
 * Nothing is fetched and no entity is expanded but the five of XML itself: a text that declares
 * others is refused.
 *
 * @throws XPathError when the text is not well-formed, or larger or deeper than any answer should be
 */
export function parseXml(text: string): Document {
  if (text.length > maxXmlLength) {
    throw new XPathError(`The XML is longer than ${maxXmlLength} characters.`);
  }
  if (declarations.test(text)) {
    throw new XPathError('The XML declares entities of its own.');
  }
  if (depthOf(text) > maxDepth) throw new XPathError('The XML is nested too deeply.');
  try {
    return parseXmlDocument(text);
  } catch (error) {
    throw new XPathError('The text is not well-formed XML.', { cause: error });
  }
}

/** Roughly: comments and CDATA with tags in them count too. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let end = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    // Looked for once: a text may open tags and never close one.
    if (end >= 0 && end <= at) end = text.indexOf('>', at);
    const next = text.charAt(at + 1);
    if (next === '/') depth--;
    else if (next !== '!' && next !== '?' && text[end - 1] !== '/') depth++;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
