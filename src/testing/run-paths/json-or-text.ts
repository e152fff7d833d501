import type { Json } from '../../arazzo-import/document.ts';

/** The value that a text is in JSON, or the text itself. */
export function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
