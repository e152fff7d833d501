import { nearestName } from '../../diagnostics/index.ts';
import type { FailureAction, Parameter, Reusable, SuccessAction } from '../document.ts';
import type { LinkContext } from './link-context.ts';

interface ReusableObjects {
  readonly parameters: Parameter;
  readonly successActions: SuccessAction;
  readonly failureActions: FailureAction;
}

/** The sections of `components` that a Reusable Object may refer to. */
export type ComponentSection = keyof ReusableObjects;

/**
 * Replaces Reusable Objects by the components they name; one that names nothing is reported and
 * left out. What came from a component keeps the place of the reference, which is what the author
 * of a list wants to see. Section 4.6.10 of the specification.
 */
export function linkReusables<Section extends ComponentSection>(
  context: LinkContext,
  section: Section,
  items: readonly (ReusableObjects[Section] | Reusable)[],
): readonly ReusableObjects[Section][] {
  return items.flatMap((item) => {
    if (item.kind !== 'reusable') return [item];
    const found = findComponent(context, section, item);
    return found === undefined ? [] : [withOverrides(found, item)];
  });
}

/** Whether a list has references in it; what is twice in another the parser has reported. */
export function hasReferences(items: readonly { readonly kind: string }[]): boolean {
  return items.some(({ kind }) => kind === 'reusable');
}

function findComponent<Section extends ComponentSection>(
  { document, report }: LinkContext,
  section: Section,
  { reference, path }: Reusable,
): ReusableObjects[Section] | undefined {
  const components = document.components[section] as Readonly<
    Record<string, ReusableObjects[Section]>
  >;
  const prefix = `$components.${section}.`;
  const name = reference.startsWith(prefix) ? reference.slice(prefix.length) : undefined;
  if (name !== undefined && Object.hasOwn(components, name)) return components[name];
  const near = nearestName(name ?? reference, Object.keys(components));
  report({
    code: 'UNKNOWN_COMPONENT',
    path: `${path}/reference`,
    message:
      name === undefined
        ? `"${reference}" does not name one of this document's ${section}.`
        : `This document has no component "${name}" under ${section}.`,
    hint:
      near === undefined
        ? `Write "${prefix}<name>".`
        : `Did you mean "${prefix}${near}"?`,
  });
  return undefined;
}

function withOverrides<Item extends Parameter | SuccessAction | FailureAction>(
  found: Item,
  { path, value }: Reusable,
): Item {
  const overridden = found.kind === 'parameter' && value !== undefined ? { value } : {};
  return { ...found, ...overridden, path };
}
