import { deadEnd } from '../explore.ts';
import type { Choose } from '../explore.ts';
import { textIn } from './text-slot.ts';
import type { TextSlot } from './text-slot.ts';
import { descendantsOf, ensureRoot } from './xml-tree.ts';
import type { XmlDocument, XmlElement, XmlName } from './xml-tree.ts';

/** The text of a document. Names that nobody asks for are `root` and `item`. */
export function serialise(document: XmlDocument, choose: Choose): string {
  const root = ensureRoot(document);
  const declarations = prefixesOf(document).map((prefix): readonly [string, string] => [
    `xmlns:${prefix}`,
    `urn:${prefix}`,
  ]);
  root.name.local ??= 'root';
  return writeElement(root, { declarations, namespace: '', choose });
}

interface Surroundings {
  /** What the element declares beside its attributes. */
  readonly declarations: readonly (readonly [string, string])[];
  /** Of names without a prefix. */
  readonly namespace: string;
  readonly choose: Choose;
}

function writeElement(element: XmlElement, surroundings: Surroundings): string {
  const { choose } = surroundings;
  const namespace = defaultNamespace(element.name, surroundings.namespace);
  const tag = qualifiedName(element.name);
  const changed =
    namespace === surroundings.namespace ? [] : [['xmlns', namespace] as const];
  const attributes = [
    ...surroundings.declarations,
    ...changed,
    ...writeAttributes(element, choose),
  ].map(([name, value]) => ` ${name}="${escapeText(value)}"`);
  const children = element.children.map((child) =>
    writeElement(child, { declarations: [], namespace, choose }),
  );
  const text = escapeText(textIn(slotOf(element), element.name.local ?? 'item', choose));
  const content = text + children.join('');
  const start = `<${tag}${attributes.join('')}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${tag}>`;
}

function slotOf({ text, children }: XmlElement): TextSlot {
  return text.isWanted === 'alone' && children.length > 0
    ? { ...text, isWanted: false }
    : text;
}

function writeAttributes(
  { attributes }: XmlElement,
  choose: Choose,
): readonly (readonly [string, string])[] {
  return attributes.flatMap(({ name, text }, index) => {
    name.local ??= index === 0 ? 'id' : `id${index}`;
    const value = textIn(text, name.local, choose);
    const uri =
      name.namespace !== undefined && 'uri' in name.namespace ? name.namespace.uri : '';
    if (uri === '') return [[qualifiedName(name), value]];
    return [
      [`xmlns:n${index}`, uri],
      [`n${index}:${name.local}`, value],
    ];
  });
}

function defaultNamespace({ namespace }: XmlName, inherited: string): string {
  if (namespace === undefined) return inherited;
  return 'uri' in namespace ? namespace.uri : inherited;
}

const xmlName = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

function qualifiedName({ local = 'item', namespace }: XmlName): string {
  if (!xmlName.test(local)) deadEnd();
  return namespace !== undefined && 'prefix' in namespace
    ? `${namespace.prefix}:${local}`
    : local;
}

function prefixesOf(document: XmlDocument): readonly string[] {
  const names = descendantsOf(document).flatMap(({ name, attributes }) => [
    name,
    ...attributes.map((attribute) => attribute.name),
  ]);
  const used = names.flatMap(({ namespace }) =>
    namespace !== undefined && 'prefix' in namespace ? [namespace.prefix] : [],
  );
  return [...new Set([...document.prefixes, ...used])].filter(
    (prefix) => prefix !== 'xml',
  );
}

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"\t\n\r]/g, (character) => escapes.get(character) ?? '');
}
