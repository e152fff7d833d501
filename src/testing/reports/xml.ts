/** A piece of XML in which everything is escaped. */
export type Xml = string & { readonly isXml: true };

/** An element of XML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly Xml[] = [],
): Xml {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(String(value)).replaceAll('\n', '&#10;')}"`,
  );
  const tag = `${name}${pairs.join('')}`;
  const inner = content.join('');
  return (inner === '' ? `<${tag}/>` : `<${tag}>${inner}</${name}>`) as Xml;
}

/** Pieces of XML, each in a line of its own. */
export function lines(content: readonly Xml[]): readonly Xml[] {
  return content.map((piece) => `\n${piece}` as Xml);
}

/** A text of XML. */
export function text(content: string): Xml {
  return escapeXml(content) as Xml;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** XML 1.0 has no way to write control characters, halves of surrogate pairs and two more. */
const forbidden =
  // oxlint-disable-next-line no-control-regex -- these are what must go
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** Escapes what means something in XML or HTML, and takes out what cannot be written in XML. */
export function escapeXml(content: string): string {
  return content
    .replaceAll(forbidden, '')
    .replaceAll(/[&<>"']/gu, (character) => entities[character] ?? '');
}
