import type { Literal, Scalar } from './condition.ts';
import { accept, failHere } from './condition-reader.ts';
import type { ConditionReader } from './condition-reader.ts';
import { readScalar } from './read-literal.ts';

/** Reads `['a', 'b']`; the bracket is known to be there. */
export function readList(reader: ConditionReader): Literal {
  const start = reader.at;
  const value: Scalar[] = [];
  accept(reader, '[');
  while (!accept(reader, ']')) {
    if (value.length > 0 && !accept(reader, ',')) failHere(reader, 'Close the bracket.');
    value.push(readScalar(reader));
  }
  return { kind: 'literal', value, text: reader.text.slice(start, reader.at) };
}
