import type { Json } from '../../../arazzo-import/document.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

const longest = 20_000;

/** A value with a label above it: JSON that can be read, or a text as it is. */
export function jsonBlock(label: string, value: unknown): Markup {
  return markup`<div><span class="label">${label}</span><pre>${toText(value)}</pre></div>`;
}

function toText(value: unknown): string {
  const text =
    typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? 'nothing');
  if (text.length <= longest) return text;
  return `${text.slice(0, longest)}\n… ${text.length - longest} more characters`;
}

/** What was expected and what was seen, side by side. */
export function comparison(expected: Json | undefined, actual: Json | undefined): Markup {
  return markup`<div class="sides">${[
    jsonBlock('expected', quoted(expected)),
    jsonBlock('seen', quoted(actual)),
  ]}</div>`;
}

/** A text that is compared shows that it is one. */
function quoted(value: Json | undefined): Json | undefined {
  return typeof value === 'string' ? JSON.stringify(value) : value;
}
