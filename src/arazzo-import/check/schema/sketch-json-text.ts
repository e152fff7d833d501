import { parseTemplate } from '../../../expressions/index.ts';
import { openQuote } from '../../../expressions/templates/open-quote.ts';
import type { Json } from '../../document.ts';
import { isObject } from '../../is-object.ts';
import { listOf } from './schema-node.ts';
import { sketchTemplate, unknown } from './sketch.ts';
import type { Sketch } from './sketch.ts';

/** Stands where an expression stood; no document has it. */
const mark = '\uE000\uE001';

/** What is known about a payload that is JSON as text; `undefined` when the text is no JSON. */
export function sketchJsonText(text: string): Sketch | undefined {
  const { template } = parseTemplate(text);
  if (template.kind === 'expression') return unknown;
  const parts = template.kind === 'text' ? template.parts : [text];
  let json = '';
  let quote: string | undefined;
  for (const part of parts) {
    if (typeof part === 'string') {
      quote = openQuote(part, '"', quote);
      json += part;
    } else json += quote === undefined ? `"${mark}"` : mark;
  }
  try {
    return sketchMarked(JSON.parse(json) as Json);
  } catch {
    return undefined;
  }
}

/** `"{$inputs.a}"` becomes what it must be to make the text JSON: anything (checklist C-29). */
function sketchMarked(value: Json): Sketch {
  if (value === mark) return unknown;
  if (typeof value === 'string' && value.includes(mark)) return { kind: 'text' };
  if (Array.isArray(value))
    return { kind: 'array', items: listOf(value).map(sketchMarked) };
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([key, member]) => [key, sketchMarked(member)] as const,
    );
    return { kind: 'object', members: new Map(members) };
  }
  return sketchTemplate({ kind: 'literal', value });
}
