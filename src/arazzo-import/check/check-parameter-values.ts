import { parseTemplate } from '../../expressions/index.ts';
import type { OpenApiParameter } from '../../openapi/index.ts';
import type { Parameter } from '../document.ts';
import { defined } from '../defined.ts';
import { appendToken } from '../json-pointer.ts';
import type { CalledOperation } from './called-operation.ts';
import { isSameParameter } from './is-same-parameter.ts';
import { schemaOf } from './schema-of.ts';
import { findContradictions } from './schema/find-contradictions.ts';
import { rootNode } from './schema/schema-node.ts';
import { sketchTemplate } from './schema/sketch.ts';

/** Compares the values of parameters, as far as they are known, with the schemas of the operation. */
export function checkParameterValues(call: CalledOperation): void {
  const { own, inherited } = call.parameters;
  for (const parameter of [...own, ...inherited]) {
    const declared = call.operation.parameters.find((each) =>
      isSameParameter(each, parameter),
    );
    // What a media type makes of a value is another matter.
    if (declared !== undefined && declared.contentType === undefined)
      checkValue(call, parameter, declared);
  }
}

function checkValue(
  call: CalledOperation,
  { name, in: place, value, path }: Parameter,
  declared: OpenApiParameter,
): void {
  const sketch = sketchTemplate(parseTemplate(value).template);
  if (sketch.kind === 'unknown' || sketch.kind === 'text') return;
  const schema = schemaOf(call, declared);
  if (schema === undefined) return;
  const { context, name: operationName } = call;
  const { regex } = context.engines;
  const found = findContradictions(sketch, rootNode(schema), { asText: true, regex });
  for (const { keys, text, hint } of found) {
    context.report(
      defined({
        code: 'INVALID_PARAMETER_VALUE' as const,
        severity: 'warning' as const,
        path: keys.reduce<string>(appendToken, `${path}/value`),
        message: `"${operationName}" does not accept this ${place ?? ''} parameter "${name}": ${text}.`,
        hint,
      }),
    );
  }
}
