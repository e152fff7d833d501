import { nearestName } from '../../diagnostics/index.ts';
import type { OperationReference } from '../../services/service.ts';
import type { SourceDescription, Step } from '../document.ts';
import type { LinkContext } from './link-context.ts';
import { listNames } from './list-names.ts';
import { parseOperationId, parseOperationPath } from './operation-reference.ts';

/** Finds the operation that a step calls; reports why when there is none. Section 4.6.5. */
export function linkOperation(
  context: LinkContext,
  step: Step,
): OperationReference | undefined {
  const named = nameOperation(context, step);
  if (named === undefined) return undefined;
  const operations = context.operations.get(named.reference.source);
  if (operations === undefined) return named.reference;
  const found = operations.find(named.reference);
  if (found === undefined) reportUnknown(context, named, operations.operationIds);
  return found;
}

interface Named {
  readonly reference: OperationReference;
  readonly path: string;
}

/** Nothing for a step that names no operation: that was reported when it was read. */
function nameOperation(context: LinkContext, step: Step): Named | undefined {
  const { operationId, operationPath } = step;
  if (operationId !== undefined) return byId(context, step, operationId);
  return operationPath === undefined ? undefined : byPath(context, step, operationPath);
}

function byId(context: LinkContext, step: Step, operationId: string): Named | undefined {
  const path = `${step.path}/operationId`;
  const qualified = parseOperationId(operationId);
  if (qualified === undefined) return plainId(context, operationId, path);
  if (!isUsable(context, qualified.source, path)) return undefined;
  return { reference: qualified, path };
}

/** An id without a source: the only source's, or that of the only source that has it (A-STEP-07). */
function plainId(
  context: LinkContext,
  operationId: string,
  path: string,
): Named | undefined {
  const candidates = context.document.sourceDescriptions.filter(
    ({ type }) => type !== 'arazzo',
  );
  const knowing = candidates.filter(
    ({ name }) =>
      context.operations.get(name)?.find({ source: name, operationId }) !== undefined,
  );
  const only =
    candidates.length === 1
      ? candidates[0]
      : knowing.length === 1
        ? knowing[0]
        : undefined;
  if (only !== undefined) {
    if (!isUsable(context, only.name, path)) return undefined;
    return { reference: { source: only.name, operationId }, path };
  }
  context.report(ambiguous(operationId, path, candidates));
  return undefined;
}

function ambiguous(
  operationId: string,
  path: string,
  candidates: readonly SourceDescription[],
): Parameters<LinkContext['report']>[0] {
  const names = candidates.map(({ name }) => name);
  return {
    code: 'AMBIGUOUS_OPERATION',
    path,
    message:
      names.length === 0
        ? `The operation "${operationId}" has no source: the document lists no API description.`
        : `The operation "${operationId}" could belong to ${names.map((name) => `"${name}"`).join(' or ')}.`,
    hint: `Write "$sourceDescriptions.${names[0] ?? '<name>'}.${operationId}".`,
  };
}

function byPath(
  context: LinkContext,
  step: Step,
  operationPath: string,
): Named | undefined {
  const path = `${step.path}/operationPath`;
  const reference = parseOperationPath(operationPath);
  if (reference === undefined) {
    context.report({
      code: 'INVALID_VALUE',
      path,
      message: `The operationPath "${operationPath}" does not name a source and a place in it.`,
      hint: "Write '{$sourceDescriptions.<name>.url}#/paths/~1pets/get'.",
    });
    return undefined;
  }
  return isUsable(context, reference.source, path) ? { reference, path } : undefined;
}

function isUsable(
  { document, report }: LinkContext,
  source: string,
  path: string,
): boolean {
  const names = document.sourceDescriptions.map(({ name }) => name);
  const described = document.sourceDescriptions.find(({ name }) => name === source);
  if (described === undefined) {
    const near = nearestName(source, names);
    report({
      code: 'UNKNOWN_SOURCE',
      path,
      message: `The document has no source description "${source}".`,
      hint:
        near === undefined
          ? `Its sources are ${listNames(names)}.`
          : `Did you mean "${near}"?`,
    });
    return false;
  }
  if (described.type === undefined || described.type === 'openapi') return true;
  report({
    code: 'UNSUPPORTED_SOURCE_TYPE',
    path,
    message: `Operations of ${described.type} sources ("${source}") cannot be called yet.`,
  });
  return false;
}

function reportUnknown(
  { report }: LinkContext,
  { reference, path }: Named,
  operationIds: readonly string[],
): void {
  const { source, operationId } = reference;
  const near =
    operationId === undefined ? undefined : nearestName(operationId, operationIds);
  report({
    code: 'UNKNOWN_OPERATION',
    path,
    message: `The source "${source}" has no operation ${operationId === undefined ? `at "${reference.operationPath}"` : `"${operationId}"`}.`,
    hint:
      near === undefined
        ? `It has ${operationIds.length === 0 ? 'no operation with an id' : listNames(operationIds)}.`
        : `Did you mean "${near}"?`,
  });
}
