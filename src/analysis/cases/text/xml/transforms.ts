import type { Element } from 'slimdom';
import { childOf } from './xpath-tree.ts';

type Transform = (text: string) => string;

const same: Transform = (text) => text;
const numeric =
  (change: (value: number) => number): Transform =>
  (text) =>
    String(change(Number(text)));

/**
 * What functions make of the text of one node. A text that is already as it is wanted stays so, which
 * is why those of several nodes can be treated as if there were one.
 */
export const transforms: ReadonlyMap<string, Transform> = new Map([
  ['string', same],
  ['data', same],
  ['number', numeric((value) => value)],
  ['normalize-space', (text) => text.trim().replaceAll(/[ \t\r\n]+/g, ' ')],
  ['lower-case', (text) => text.toLowerCase()],
  ['upper-case', (text) => text.toUpperCase()],
  ['abs', numeric(Math.abs)],
  ['ceiling', numeric(Math.ceil)],
  ['floor', numeric(Math.floor)],
  ['round', numeric(Math.round)],
  ...[
    'sum',
    'max',
    'min',
    'avg',
    'head',
    'distinct-values',
    'string-join',
    'exactly-one',
  ].map((name) => [name, same] as const),
  ['cast', same],
]);

/** `cast` for a call such as `xs:integer(a)`; else nothing that exists. */
export function castOf(call: Element): string {
  const uri = childOf(call, 'functionName')?.getAttribute('xqx:URI');
  return uri === 'http://www.w3.org/2001/XMLSchema' ? 'cast' : '';
}
