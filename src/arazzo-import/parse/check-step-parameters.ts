import type { Json, Parameter, Reusable } from '../document.ts';
import { isObject } from '../is-object.ts';
import { appendToken, pointerTokens } from '../json-pointer.ts';
import type { ObjectReader } from './object-reader.ts';

/** Reports parameters of an operation that do not say where in the request they go. */
export function checkStepParameters(
  step: ObjectReader,
  parameters: readonly (Parameter | Reusable)[],
): void {
  // The parameters of a workflow are its inputs, wherever they claim to be.
  if (step.has('workflowId')) return;
  for (const parameter of parameters) {
    if (parameter.kind === 'reusable' || saysWhere(step, parameter)) continue;
    const path = appendToken(parameter.path, 'in');
    const name = JSON.stringify(parameter.name);
    const message = `${step.title} has the parameter ${name} without "in".`;
    const hint = 'Add in: path, query, header or cookie.';
    step.context.report({ code: 'MISSING_FIELD', message, path, hint });
  }
}

/** Also when nobody understands it: that was reported when it was read. */
function saysWhere(step: ObjectReader, parameter: Parameter): boolean {
  if (parameter.in !== undefined) return true;
  const written = step.raw('parameters');
  const index = Number(pointerTokens(parameter.path).at(-1));
  const own = Array.isArray(written) ? (written as readonly Json[])[index] : undefined;
  return isObject(own) && own['in'] !== undefined;
}
