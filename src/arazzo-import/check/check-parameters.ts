import { nearestName } from '../../diagnostics/index.ts';
import type { OpenApiParameter } from '../../openapi/index.ts';
import type { Parameter } from '../document.ts';
import { listNames } from '../link/list-names.ts';
import type { CalledOperation } from './called-operation.ts';
import { isExempt, seemsCredential } from './exempt-parameters.ts';
import { isSameParameter } from './is-same-parameter.ts';
import { missingParameters } from './missing-parameters.ts';
import type { MissingParameter } from './missing-parameters.ts';
import { bodyMembers } from './body-members.ts';
import { wantsRefusal } from './wants-refusal.ts';

/**
 * Compares the names and places of a step's parameters with those that the operation has. Parameters
 * that a workflow gives to all of its steps may be meant for others.
 */
export function checkParameters(call: CalledOperation): void {
  // A parameter that could not be read could be any.
  if (call.operation.problems.length > 0) return;
  const { own, inherited } = call.parameters;
  for (const parameter of own) checkQueryString(call, parameter);
  const unknown = own.filter((parameter) => !isKnown(parameter, call));
  let missing = missingParameters(call, [...own, ...inherited]);
  for (const parameter of unknown) {
    const meant = findMeant(call, parameter, { unknown, missing });
    missing = missing.filter((each) => each !== meant);
    if (meant !== undefined || !seemsCredential(parameter, call))
      reportUnknown(call, parameter, meant);
  }
  const isOnPurpose = wantsRefusal(call);
  for (const each of missing)
    if (each.isInPath || !isOnPurpose) reportMissing(call, each);
}

function isKnown(parameter: Parameter, call: CalledOperation): boolean {
  const { parameters } = call.operation;
  // The whole query of 3.2 may hold any name.
  const isAnyQuery =
    parameter.in === 'query' && parameters.some((each) => each.in === 'querystring');
  return (
    isAnyQuery ||
    isExempt(parameter, call) ||
    parameters.some((each) => isSameParameter(each, parameter)) ||
    (parameter.in === 'path' && call.operation.path.includes(`{${parameter.name}`))
  );
}

/** Only OpenAPI 3.2 knows the whole query as one parameter; it can be sent all the same. */
function checkQueryString(
  { context: { report }, description: { version }, name }: CalledOperation,
  { in: place, path }: Parameter,
): void {
  if (place !== 'querystring' || version === '3.2') return;
  report({
    code: 'WRONG_PARAMETER_LOCATION',
    severity: 'info',
    path: `${path}/in`,
    message: `"${name}" is described with OpenAPI ${version}, which has no "in: querystring".`,
    hint: 'Write a parameter "in: query" for each part of the query.',
  });
}

type Meant = OpenApiParameter | MissingParameter;

/** The parameter that was probably meant: of the same name, of one like it, or the only one left. */
function findMeant(
  { operation, parameters: { own, inherited } }: CalledOperation,
  parameter: Parameter,
  {
    unknown,
    missing,
  }: { unknown: readonly Parameter[]; missing: readonly MissingParameter[] },
): Meant | undefined {
  const given = [...own, ...inherited];
  const free: readonly Meant[] = [
    ...missing,
    ...operation.parameters.filter(
      (each) => !given.some((other) => isSameParameter(each, other)),
    ),
  ];
  const elsewhere = free.find(({ name }) => name === parameter.name);
  if (elsewhere !== undefined) return elsewhere;
  const here = free.filter((each) => each.in === parameter.in);
  const near = nearestName(
    parameter.name,
    here.map(({ name }) => name),
  );
  if (near !== undefined) return here.find(({ name }) => name === near);
  const [only, ...others] = missing.filter((each) => each.in === parameter.in);
  const rivals = unknown.filter((each) => each.in === parameter.in);
  return others.length === 0 && rivals.length === 1 ? only : undefined;
}

function reportUnknown(
  call: CalledOperation,
  parameter: Parameter,
  meant: Meant | undefined,
): void {
  const { context, step, name: operationName } = call;
  const { name, in: place = '', path } = parameter;
  // Without it there is no URL.
  const severity =
    meant?.in === 'path' && 'isInPath' in meant && meant.isInPath ? 'error' : 'warning';
  if (meant !== undefined && meant.name === name && meant.in !== place) {
    context.report({
      code: 'WRONG_PARAMETER_LOCATION',
      severity,
      path: `${path}/in`,
      message: `Step "${step.stepId}" sends "${name}" in the ${place}, but "${operationName}" has it in the ${meant.in}.`,
      hint: `Write "in: ${meant.in}".`,
    });
    return;
  }
  if (place === 'header' && meant === undefined) return;
  context.report({
    code: 'UNKNOWN_PARAMETER',
    severity,
    path: `${path}/name`,
    message: `"${operationName}" has no ${place} parameter "${name}".`,
    hint: hintFor(call, parameter, meant),
  });
}

function hintFor(
  call: CalledOperation,
  { name, in: place }: Parameter,
  meant: Meant | undefined,
): string {
  if (meant !== undefined) return `Did you mean "${meant.name}"?`;
  if (bodyMembers(call).has(name))
    return `"${name}" is a member of its body: write it into "requestBody".`;
  const names = call.operation.parameters
    .filter((each) => each.in === place)
    .map((each) => each.name);
  return names.length === 0
    ? `It has no ${place ?? ''} parameters.`
    : `It has ${listNames(names)}.`;
}

function reportMissing(
  { context: { report }, step, name: operationName }: CalledOperation,
  { name, in: place, isInPath }: MissingParameter,
): void {
  report({
    code: 'MISSING_PARAMETER',
    severity: isInPath ? 'error' : 'warning',
    path: step.path,
    message: isInPath
      ? `Step "${step.stepId}" cannot call "${operationName}" without its path parameter "${name}".`
      : `Step "${step.stepId}" does not give "${operationName}" the ${place} parameter "${name}", which is required.`,
    hint: `Add { name: ${name}, in: ${place}, value: … } to the parameters.`,
  });
}
