import type { Element } from 'slimdom';
import { descendants } from './syntax-tree.ts';

/**
 * Makes one step of the two that `//name` stands for, where the outcome is the same. The library
 * sorts what several steps select, in time that grows with the square of it.
 */
export function shortenSteps(tree: Element): void {
  for (const step of descendants(tree)) {
    const next = step.nextElementSibling;
    if (!isAnyDescendant(step) || next === null) continue;
    const axis = axisOf(next);
    if (axis?.textContent !== 'child' || !next.children.every(isHarmless)) continue;
    axis.textContent = 'descendant';
    step.remove();
  }
}

function isAnyDescendant(step: Element): boolean {
  return (
    step.localName === 'stepExpr' &&
    step.children.length === 2 &&
    axisOf(step)?.textContent === 'descendant-or-self' &&
    step.children[1]?.localName === 'anyKindTest'
  );
}

function axisOf(step: Element): Element | undefined {
  return step.children.find((child) => child.localName === 'xpathAxis');
}

const harmlessTypes = new Set(['xs:boolean', 'node()*']);

/** A number in brackets counts among siblings; a condition does not, unless it asks for them. */
function isHarmless(part: Element): boolean {
  if (part.localName !== 'predicates') return true;
  return part.children.every(
    (predicate) =>
      harmlessTypes.has(predicate.getAttribute('xqx:type') ?? '') &&
      !descendants(predicate).some(asksForPosition),
  );
}

function asksForPosition({ localName, textContent }: Element): boolean {
  return localName === 'functionName' && /^(?:position|last)$/.test(textContent ?? '');
}
