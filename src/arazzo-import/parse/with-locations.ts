import type { Json, Parameter, Reusable } from '../document.ts';
import { isObject } from '../is-object.ts';
import { appendToken, pointerTokens } from '../json-pointer.ts';
import type { ObjectReader } from './object-reader.ts';

/**
 * Gives you the parameters of a step with their locations. One that has none belongs into the path
 * when the path has its name; else it is reported, for an operation has to know.
 */
export function withLocations(
  step: ObjectReader,
  parameters: readonly (Parameter | Reusable)[],
): (Parameter | Reusable)[] {
  // The parameters of a workflow are its inputs, wherever they claim to be.
  if (step.has('workflowId')) return [...parameters];
  return parameters.map((parameter) => {
    if (parameter.kind === 'reusable' || saysWhere(step, parameter)) return parameter;
    if (isInPath(step, parameter)) return inPath(step, parameter);
    reportNoLocation(step, parameter);
    return parameter;
  });
}

/** Also when nobody understands it: that was reported when it was read. */
function saysWhere(step: ObjectReader, parameter: Parameter): boolean {
  if (parameter.in !== undefined) return true;
  const written = step.raw('parameters');
  const index = Number(pointerTokens(parameter.path).at(-1));
  const own = Array.isArray(written) ? (written as readonly Json[])[index] : written;
  return isObject(own) && own['in'] !== undefined;
}

function isInPath(step: ObjectReader, { name }: Parameter): boolean {
  const operationPath = step.raw('operationPath');
  if (typeof operationPath !== 'string') return false;
  return ['{', '%7B', '%7b'].some((brace) => operationPath.includes(brace + name));
}

function inPath(step: ObjectReader, parameter: Parameter): Parameter {
  step.context.report({
    code: 'PARAMETER_WITHOUT_LOCATION',
    severity: 'warning',
    message: `${step.title} has the parameter ${JSON.stringify(parameter.name)} without "in"; the path of the operation has its name.`,
    path: appendToken(parameter.path, 'in'),
    hint: 'Add in: path',
  });
  return { ...parameter, in: 'path' };
}

function reportNoLocation(step: ObjectReader, { name, path }: Parameter): void {
  step.context.report({
    code: 'MISSING_FIELD',
    message: `${step.title} has the parameter ${JSON.stringify(name)} without "in".`,
    path: appendToken(path, 'in'),
    hint: 'Add in: path, query, header or cookie.',
  });
}
