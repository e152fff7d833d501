import { findContradictions } from '../../../arazzo-import/check/schema/find-contradictions.ts';
import type { Contradiction } from '../../../arazzo-import/check/schema/contradiction.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import { sketchTemplate } from '../../../arazzo-import/check/schema/sketch.ts';
import type { Json } from '../../../arazzo-import/document.ts';
import { patterns } from './patterns.ts';

/** What a schema surely refuses in a value; nothing when it fits, as far as that can be told. */
export function misfits(value: Json, node: SchemaNode): readonly Contradiction[] {
  if (node.schema === false) return [{ text: 'there must be nothing', keys: [] }];
  const sketch = sketchTemplate({ kind: 'literal', value });
  return findContradictions(sketch, node, { asText: false, regex: patterns });
}

/** Whether a value fits a schema, as far as that can be told. */
export function fits(value: Json, node: SchemaNode): boolean {
  return misfits(value, node).length === 0;
}
