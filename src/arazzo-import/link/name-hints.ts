import { didYouMean } from '../../diagnostics/index.ts';
import { possibleNames } from '../../expressions/index.ts';
import { listNames } from './list-names.ts';

/** Whether a name in an expression, or its beginning, is one of these. */
export function isOneOf(names: readonly string[], wanted: string): boolean {
  return (
    names.includes(wanted) || possibleNames(wanted).some((name) => names.includes(name))
  );
}

/** The nearest name, or all there are. */
export function hintFor(
  wanted: string,
  names: readonly string[],
  prefix: string,
): { readonly hint: string } {
  const all = names.length === 0 ? 'It has none.' : `It has ${listNames(names)}.`;
  return { hint: didYouMean(wanted, names, prefix) ?? all };
}
