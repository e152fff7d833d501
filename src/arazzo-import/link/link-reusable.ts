import type { FailureAction, Parameter, Reusable, SuccessAction } from '../document.ts';
import type { LinkContext } from './link-context.ts';
import { reportUnknownComponent } from './unknown-component.ts';

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
  const linked: ReusableObjects[Section][] = [];
  for (const item of items) {
    if (item.kind !== 'reusable') {
      linked.push(item);
      continue;
    }
    const found = findComponent(context, section, item);
    if (found !== undefined) linked.push(withOverrides(found, item));
  }
  return linked;
}

/** Whether a list has references in it; what is twice in another the parser has reported. */
export function hasReferences(items: readonly { readonly kind: string }[]): boolean {
  return items.some(({ kind }) => kind === 'reusable');
}

/** The parser has seen to it that the reference names something in the right section. */
function findComponent<Section extends ComponentSection>(
  context: LinkContext,
  section: Section,
  { reference, path }: Reusable,
): ReusableObjects[Section] | undefined {
  const components = context.document.components[section] as Readonly<
    Record<string, ReusableObjects[Section]>
  >;
  const prefix = `$components.${section}.`;
  const name = reference.slice(prefix.length);
  if (Object.hasOwn(components, name)) return components[name];
  const names = Object.keys(components);
  const place = `${path}/reference`;
  reportUnknownComponent(context, { name, section, names, prefix, path: place });
  return undefined;
}

function withOverrides<Item extends Parameter | SuccessAction | FailureAction>(
  found: Item,
  { path, value }: Reusable,
): Item {
  const overridden = found.kind === 'parameter' && value !== undefined ? { value } : {};
  return { ...found, ...overridden, path };
}
