import { parsePointer, parseTemplate } from '../../expressions/index.ts';
import { isFormType, isJsonType } from '../../openapi/index.ts';
import type { JsonSchema } from '../../openapi/index.ts';
import { defined } from '../defined.ts';
import type { Json, PayloadReplacement, RequestBody } from '../document.ts';
import { listNames } from '../link/list-names.ts';
import { appendToken } from '../json-pointer.ts';
import type { CalledOperation } from './called-operation.ts';
import { findContradictions } from './schema/find-contradictions.ts';
import { rootNode } from './schema/schema-node.ts';
import { replaceInSketch } from './schema/replace-in-sketch.ts';
import { sketchJsonText } from './schema/sketch-json-text.ts';
import { sketchTemplate, unknown } from './schema/sketch.ts';
import type { Sketch } from './schema/sketch.ts';
import { walkSchemas } from './schema/walk-schema.ts';

/** Who sends a payload where. */
type Sender = Pick<CalledOperation, 'context' | 'step' | 'name'>;

/** The body that a payload is compared with. */
export interface ExpectedBody {
  readonly contentType: string;
  readonly schema: () => JsonSchema | undefined;
}

/** Compares the known parts of a payload, its replacements made, with the schema of the body. */
export function checkPayload(
  call: Sender,
  body: RequestBody,
  { contentType, schema: toSchema }: ExpectedBody,
): void {
  const isJson = isJsonType(contentType);
  const isForm = isFormType(contentType);
  if (body.payload === undefined || !(isJson || isForm)) return;
  const sketch = sketchPayload(body.payload, isJson);
  if (sketch === undefined) {
    reportBrokenJson(call, body);
    return;
  }
  if (sketch.kind === 'unknown' && body.replacements.length === 0) return;
  const schema = toSchema();
  if (schema === undefined) return;
  const replaced = body.replacements.reduce(
    (before, replacement) => replace(call, before, { replacement, schema }),
    sketch,
  );
  const { regex } = call.context.engines;
  const found = findContradictions(replaced, rootNode(schema), { asText: isForm, regex });
  const isText = typeof body.payload === 'string';
  for (const { keys, text, hint } of found) {
    call.context.report(
      defined({
        code: 'INVALID_PAYLOAD' as const,
        severity: 'warning' as const,
        path: (isText ? [] : keys).reduce<string>(appendToken, `${body.path}/payload`),
        message: `"${call.name}" does not accept the payload of step "${call.step.stepId}"${placeOf(keys)}: ${text}.`,
        hint,
      }),
    );
  }
}

/** A text in a form is left alone; in JSON it is JSON. `undefined`: it is meant to be JSON and is none. */
function sketchPayload(payload: Json, isJson: boolean): Sketch | undefined {
  if (typeof payload !== 'string') return sketchTemplate(parseTemplate(payload).template);
  if (!isJson) return unknown;
  const sketch = sketchJsonText(payload);
  return sketch ?? (/^\s*[[{]/u.test(payload) ? undefined : unknown);
}

function placeOf(keys: readonly (string | number)[]): string {
  return keys.length === 0 ? '' : ` at "${keys.reduce<string>(appendToken, '')}"`;
}

function reportBrokenJson(
  { context: { report }, step, name }: Sender,
  { path }: RequestBody,
): void {
  report({
    code: 'INVALID_PAYLOAD',
    severity: 'warning',
    path: `${path}/payload`,
    message: `"${name}" takes JSON, but the payload of step "${step.stepId}" is a text that is no JSON.`,
    hint: 'Write the payload as an object of the document instead of as a text.',
  });
}

function replace(
  call: Sender,
  sketch: Sketch,
  {
    replacement: { target, targetSelectorType, value, path },
    schema,
  }: { readonly replacement: PayloadReplacement; readonly schema: JsonSchema },
): Sketch {
  const isPointer =
    targetSelectorType === undefined || targetSelectorType === 'jsonpointer';
  const keys = isPointer ? parsePointer(target) : undefined;
  if (keys?.ok !== true) return isPointer ? sketch : unknown;
  const written = sketchTemplate(parseTemplate(value).template);
  const replaced = replaceInSketch(sketch, keys.value, written);
  const deadEnd = walkSchemas([rootNode(schema)], keys.value);
  if (deadEnd === undefined && replaced !== undefined) return replaced;
  const names = deadEnd?.names ?? [];
  call.context.report({
    code: 'UNKNOWN_REPLACEMENT_TARGET',
    severity: 'warning',
    path: `${path}/target`,
    message:
      deadEnd === undefined
        ? `The payload of step "${call.step.stepId}" has nothing at "${target}" that could be replaced.`
        : `The body of "${call.name}" has nothing at "${target}".`,
    hint:
      names.length === 0
        ? 'Correct the pointer, or add the place to the payload.'
        : `There is ${listNames(names)}.`,
  });
  return sketch;
}
