import { deadEnd } from '../explore.ts';
import type { TextSlot } from './text-slot.ts';

/** The namespace of a name: by the prefix that the expression uses, or by its URI (`''`: in none). */
type Namespace = { readonly prefix: string } | { readonly uri: string };

/** A name, as far as it is known: nothing about it is after `*`. */
export interface XmlName {
  local?: string;
  namespace?: Namespace;
}

/** A document that is being made. */
export interface XmlDocument {
  readonly kind: 'document';
  /** Declared even when nothing has them: an expression with others cannot be evaluated. */
  readonly prefixes: readonly string[];
  root?: XmlElement;
}

export interface XmlElement {
  readonly kind: 'element';
  readonly parent: XmlDocument | XmlElement;
  readonly name: XmlName;
  readonly attributes: XmlAttribute[];
  readonly children: XmlElement[];
  readonly text: TextSlot;
}

export interface XmlAttribute {
  readonly kind: 'attribute';
  readonly parent: XmlElement;
  readonly name: XmlName;
  readonly text: TextSlot;
}

/** The text in an element; it is there when it is not empty. */
interface XmlText {
  readonly kind: 'text';
  readonly parent: XmlElement;
  readonly text: TextSlot;
}

export type XmlNode = XmlDocument | XmlElement | XmlAttribute | XmlText;

/** The elements in a document or element. */
export function childrenOf(parent: XmlDocument | XmlElement): readonly XmlElement[] {
  if (parent.kind === 'element') return parent.children;
  return parent.root === undefined ? [] : [parent.root];
}

/** All elements in a document or element, in document order. */
export function descendantsOf(parent: XmlDocument | XmlElement): readonly XmlElement[] {
  return childrenOf(parent).flatMap((child) => [child, ...descendantsOf(child)]);
}

/** A new element at the end of another, or before the child at an index; or the root of a document. */
export function addElement(parent: XmlDocument | XmlElement, at?: number): XmlElement {
  const element: XmlElement = {
    kind: 'element',
    parent,
    name: {},
    attributes: [],
    children: [],
    text: { demands: [], isWanted: false },
  };
  if (parent.kind === 'element')
    parent.children.splice(at ?? parent.children.length, 0, element);
  else if (parent.root === undefined) parent.root = element;
  else deadEnd();
  return element;
}

/** The root of a document, which is added when there is none. */
export function ensureRoot(document: XmlDocument): XmlElement {
  return document.root ?? addElement(document);
}

/** A new attribute of an element. */
export function addAttribute(parent: XmlElement): XmlAttribute {
  const text = { demands: [], isWanted: false };
  const attribute: XmlAttribute = { kind: 'attribute', parent, name: {}, text };
  parent.attributes.push(attribute);
  return attribute;
}

/** Tells whether a name can be one that is asked for. */
export function canBe(name: XmlName, wanted: XmlName): boolean {
  return (
    (name.local ?? wanted.local) === (wanted.local ?? name.local) &&
    sameNamespace(name.namespace, wanted.namespace)
  );
}

/** Settles a name as far as something is asked for; a dead end when it is another already. */
export function settle(name: XmlName, wanted: XmlName): void {
  if (!canBe(name, wanted)) deadEnd();
  Object.assign(name, wanted);
}

function sameNamespace(
  one: Namespace | undefined,
  other: Namespace | undefined,
): boolean {
  if (one === undefined || other === undefined) return true;
  return 'prefix' in one
    ? 'prefix' in other && one.prefix === other.prefix
    : 'uri' in other && one.uri === other.uri;
}
