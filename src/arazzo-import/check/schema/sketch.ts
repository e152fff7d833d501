import type { Template } from '../../../expressions/index.ts';
import type { Json } from '../../document.ts';
import { isObject } from '../../is-object.ts';
import { listOf } from './schema-node.ts';

/** What is known about a value before anything runs. */
export type Sketch = UnknownSketch | ScalarSketch | ArraySketch | ObjectSketch;

interface UnknownSketch {
  /** `text`: some string, such as one with an expression in it. */
  readonly kind: 'unknown' | 'text';
}

interface ScalarSketch {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

interface ArraySketch {
  readonly kind: 'array';
  readonly items: readonly Sketch[];
}

interface ObjectSketch {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, Sketch>;
}

/** Nothing is known. */
export const unknown: Sketch = { kind: 'unknown' };

/** What is known about the value of a template. */
export function sketchTemplate(template: Template): Sketch {
  if (template.kind === 'literal') return sketchJson(template.value);
  if (template.kind === 'text') return { kind: 'text' };
  if (template.kind === 'array')
    return { kind: 'array', items: template.items.map(sketchTemplate) };
  if (template.kind !== 'object') return unknown;
  return sketchObject(
    template.members.map(([key, value]) => [key, sketchTemplate(value)]),
  );
}

/** Everything is known of a literal, but for texts that were meant as expressions. */
function sketchJson(value: Json): Sketch {
  if (typeof value === 'string')
    return seemsPlaceholder(value) ? unknown : { kind: 'scalar', value };
  if (Array.isArray(value))
    return { kind: 'array', items: listOf(value).map(sketchJson) };
  if (isObject(value))
    return sketchObject(
      Object.entries(value).map(([key, member]) => [key, sketchJson(member)]),
    );
  return { kind: 'scalar', value: value as number | boolean | null };
}

/** `$input.a`, `{{a}}`, `<token>`: has findings of its own, or is filled in by somebody. */
function seemsPlaceholder(text: string): boolean {
  return /^\$[A-Za-z]|\{\$|\{\{|\$\{|^<[^<>]+>$/u.test(text.trim());
}

/** A Selector Object of Arazzo 1.1 is not the value that it selects. */
function sketchObject(members: readonly (readonly [string, Sketch])[]): Sketch {
  const known = new Map(members);
  return known.has('selector') && known.has('context')
    ? unknown
    : { kind: 'object', members: known };
}
