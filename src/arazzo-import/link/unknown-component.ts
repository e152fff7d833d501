import { didYouMean } from '../../diagnostics/index.ts';
import { defined } from '../defined.ts';
import type { LinkContext } from './link-context.ts';

/** A reference to a component that is not there. */
interface MissingComponent {
  readonly name: string;
  /** Of `components`. */
  readonly section: string;
  /** The names that its section has. */
  readonly names: readonly string[];
  /** What references to the section begin with. */
  readonly prefix: string;
  readonly path: string;
}

/** Reports a component that is not there, with what may be meant. */
export function reportUnknownComponent(
  { report }: LinkContext,
  { name, section, names, prefix, path }: MissingComponent,
): void {
  report({
    code: 'UNKNOWN_COMPONENT',
    path,
    message: `This document has no component "${name}" under ${section}.`,
    ...defined({
      hint: names.length === 0 ? addIt(name, section) : didYouMean(name, names, prefix),
    }),
  });
}

function addIt(name: string, section: string): string {
  return `There is nothing under components.${section}: add "${name}" to it, or write here what is meant.`;
}
