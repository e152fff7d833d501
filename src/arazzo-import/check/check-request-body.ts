import { findMediaType, likelyMediaType } from '../../openapi/index.ts';
import type { RequestBody } from '../document.ts';
import { listNames } from '../link/list-names.ts';
import type { CalledOperation } from './called-operation.ts';
import { checkPayload } from './check-payload.ts';
import { schemaOf } from './schema-of.ts';

/** Compares the body that a step sends with the one that the operation takes. */
export function checkRequestBody(call: CalledOperation): void {
  const { requestBody } = call.step;
  if (requestBody?.payload === undefined) reportMissing(call, requestBody);
  else if (isBodiless(call)) reportUnexpected(call, requestBody);
  else checkBody(call, requestBody);
}

function isBodiless({ operation }: CalledOperation): boolean {
  if (operation.method === 'GET' || operation.method === 'HEAD') return true;
  return operation.requestBody === undefined && operation.problems.length === 0;
}

function reportMissing(
  { context: { report }, step, operation, name }: CalledOperation,
  requestBody: RequestBody | undefined,
): void {
  // Replacements make a payload of nothing.
  if (operation.requestBody?.required !== true || requestBody?.replacements.length)
    return;
  report({
    code: 'MISSING_REQUEST_BODY',
    severity: 'warning',
    path: requestBody?.path ?? step.path,
    message: `Step "${step.stepId}" sends no body, but "${name}" requires one.`,
    hint:
      requestBody === undefined
        ? 'Add "requestBody" with a "payload".'
        : 'Add a "payload" to "requestBody".',
  });
}

/** A body of GET and HEAD has no meaning, and `fetch` cannot send it (A-BODY-18). */
function reportUnexpected(
  { context: { report }, step, operation: { method }, name }: CalledOperation,
  { path }: RequestBody,
): void {
  const isGet = method === 'GET' || method === 'HEAD';
  report({
    code: 'UNEXPECTED_REQUEST_BODY',
    severity: 'warning',
    path,
    message: isGet
      ? `Step "${step.stepId}" sends a body, but "${name}" is a ${method} request, which cannot have one.`
      : `Step "${step.stepId}" sends a body, but "${name}" takes none.`,
    hint: 'Remove "requestBody", or send its members as parameters.',
  });
}

function checkBody(call: CalledOperation, body: RequestBody): void {
  const mediaTypes = call.operation.requestBody?.mediaTypes ?? [];
  const given = body.contentType ?? contentTypeHeader(call);
  if (mediaTypes.length === 0 || given?.includes('$') === true) return;
  const found =
    given === undefined ? likelyMediaType(mediaTypes) : findMediaType(mediaTypes, given);
  if (found !== undefined) {
    const contentType = given ?? found.contentType;
    checkPayload(call, body, { contentType, schema: () => schemaOf(call, found) });
  } else if (given === body.contentType) {
    const names = listNames(mediaTypes.map(({ contentType }) => contentType));
    call.context.report({
      code: 'UNKNOWN_CONTENT_TYPE',
      severity: 'warning',
      path: `${body.path}/contentType`,
      message: `"${call.name}" does not take a body of the type "${given ?? ''}".`,
      hint: `It takes ${names}.`,
    });
  }
}

function contentTypeHeader({
  parameters: { own, inherited },
}: CalledOperation): string | undefined {
  const header = [...own, ...inherited].find(
    ({ name, in: place }) => place === 'header' && name.toLowerCase() === 'content-type',
  );
  return typeof header?.value === 'string' ? header.value : undefined;
}
