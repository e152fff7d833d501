import type { Element } from 'slimdom';

/** Gives the syntax tree of an expression as XQueryX; `undefined` when it cannot be read. */
export type XPathReader = (expression: string) => Element | undefined;

let reader: XPathReader | undefined;

/** Called by the XPath engine when it is made: its library is too large to be loaded for nothing. */
export function provideXPathReader(provided: XPathReader): void {
  reader = provided;
}

/**
 * The syntax tree of an XPath expression as XQueryX, for those who want to know what it demands.
 * `undefined` when it cannot be read, or when the engine `xpath` has not been loaded yet.
 */
export function readXPath(expression: string): Element | undefined {
  return reader?.(expression);
}
