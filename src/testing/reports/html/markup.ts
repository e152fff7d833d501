import { escapeXml } from '../xml.ts';

/** A piece of HTML in which everything that is not ours is escaped. */
export interface Markup {
  readonly html: string;
}

/** What can be put into {@link markup}: texts are escaped, pieces are not, lists are joined. */
type Part = string | number | Markup | readonly Markup[];

/** A piece of HTML; whatever is put into it and is not itself a piece is escaped. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const texts = pieces.map((piece, index) => {
    const part = parts[index];
    return part === undefined ? piece : piece + toHtmlText(part);
  });
  return { html: texts.join('') };
}

function toHtmlText(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number')
    return escapeXml(String(part));
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
}

/** Nothing. */
export const nothing: Markup = { html: '' };
