import type { Step } from '../document.ts';
import type { AsyncApiSource, OpenApiSource, Source } from '../sources/document-unit.ts';
import { findSource, operationSources } from './find-source.ts';
import type { LinkContext } from './link-context.ts';
import { parseOperationId, parseOperationPath } from './operation-reference.ts';
import { readUnusualPath } from './unusual-operation-path.ts';

/** What a step calls, by its source and its name there. */
export interface NamedOperation {
  readonly source: OpenApiSource | AsyncApiSource;
  readonly operationId?: string;
  readonly operationPath?: string;
  /** JSON Pointer to where the step says it. */
  readonly path: string;
}

/** Finds the source of the operation that a step names; reports why when there is none. */
export function nameOperation(
  context: LinkContext,
  step: Step,
): NamedOperation | undefined {
  const { operationId, operationPath } = step;
  if (operationId !== undefined) {
    return byId(context, operationId, `${step.path}/operationId`);
  }
  if (operationPath === undefined) return undefined; // reported when it was read
  return byPath(context, operationPath, `${step.path}/operationPath`);
}

function byId(
  context: LinkContext,
  text: string,
  path: string,
): NamedOperation | undefined {
  const qualified = parseOperationId(text);
  if (qualified === undefined) return plainId(context, text, path);
  const { source: name, operationId } = qualified;
  const source = findSource(context, name, path);
  if (source === undefined || !isCallable(context, source, path)) return undefined;
  return { source, path, ...(operationId === undefined ? {} : { operationId }) };
}

function isCallable(
  { report }: LinkContext,
  source: Source,
  path: string,
): source is OpenApiSource | AsyncApiSource {
  if (source.kind !== 'arazzo') return true;
  const { name } = source.description;
  report({
    code: 'WRONG_SOURCE_TYPE',
    path,
    message: `The source "${name}" is an Arazzo document; it has workflows and no operations.`,
    hint: `Write "workflowId: $sourceDescriptions.${name}.<workflowId>".`,
  });
  return false;
}

/** An id without a source: the only source's, or that of the only one that has it (A-STEP-07). */
function plainId(
  context: LinkContext,
  operationId: string,
  path: string,
): NamedOperation | undefined {
  const candidates = operationSources(context);
  const [first, second] = candidates;
  const abbreviated = abbreviatedId(context, operationId, path);
  if (abbreviated !== undefined) return abbreviated;
  if (first !== undefined && second === undefined) {
    return { source: first, operationId, path };
  }
  const knowing = candidates.filter((source) => has(source, operationId) === true);
  const unread = candidates.filter((source) => has(source, operationId) === undefined);
  const likely = knowing.length > 0 ? knowing : unread;
  if (likely.length === 1 && likely[0] !== undefined) {
    reportUnqualified(context, operationId, likely[0], path);
    return { source: likely[0], operationId, path };
  }
  reportAmbiguous(context, operationId, likely.length > 1 ? likely : candidates, path);
  const [guess = first] = likely;
  return guess === undefined ? undefined : { source: guess, operationId, path };
}

/** Whether a source has an operation; `undefined` when nobody knows. */
function has(
  source: OpenApiSource | AsyncApiSource,
  operationId: string,
): boolean | undefined {
  if (source.kind === 'openapi') {
    if (source.operations === undefined) return undefined;
    return source.operations.find({ source: source.key, operationId }) !== undefined;
  }
  if (source.asyncapi?.kind !== 'asyncapi') return undefined;
  return source.asyncapi.operation(operationId) !== undefined;
}

/** `petstore.listPets` for `$sourceDescriptions.petstore.listPets`, unless that is an id (C-32). */
function abbreviatedId(
  context: LinkContext,
  text: string,
  path: string,
): NamedOperation | undefined {
  const dot = text.indexOf('.');
  const source = dot > 0 ? context.unit.sources.get(text.slice(0, dot)) : undefined;
  if (source === undefined || source.kind === 'arazzo') return undefined;
  if (operationSources(context).some((each) => has(each, text) === true)) {
    return undefined;
  }
  const operationId = text.slice(dot + 1);
  if (has(source, operationId) === false) return undefined;
  context.report({
    code: 'ABBREVIATED_SOURCE',
    severity: 'warning',
    path,
    message: `"${text}" leaves out "$sourceDescriptions.".`,
    hint: `Write "$sourceDescriptions.${text}".`,
  });
  return { source, operationId, path };
}

function reportUnqualified(
  { report }: LinkContext,
  operationId: string,
  { description: { name } }: Source,
  path: string,
): void {
  report({
    code: 'UNQUALIFIED_OPERATION',
    severity: 'warning',
    path,
    message: `The operation "${operationId}" does not say which of the sources it belongs to; "${name}" is meant.`,
    hint: `Write "$sourceDescriptions.${name}.${operationId}".`,
  });
}

function reportAmbiguous(
  { report, document: { sourceDescriptions } }: LinkContext,
  operationId: string,
  candidates: readonly Source[],
  path: string,
): void {
  const names = candidates.map(({ description }) => description.name);
  const readings = names.map((name) => `"$sourceDescriptions.${name}.${operationId}"`);
  report({
    code: 'AMBIGUOUS_OPERATION',
    path,
    message:
      names.length === 0
        ? `The operation "${operationId}" has no source: the document lists no API description.`
        : `The operation "${operationId}" could belong to ${names.map((name) => `"${name}"`).join(' or ')}.`,
    hint:
      names.length === 0
        ? `Add the description of the API to "sourceDescriptions"${sourceDescriptions.map(({ name }) => `; if "${name}" is one, write "type: openapi" there`)[0] ?? ''}.`
        : `Write ${readings.join(' or ')}.`,
  });
}

function byPath(
  context: LinkContext,
  text: string,
  path: string,
): NamedOperation | undefined {
  const reference = parseOperationPath(text) ?? readUnusualPath(context, text, path);
  if (reference === undefined) return undefined;
  const source = findSource(context, reference.source, path);
  if (source === undefined || !isCallable(context, source, path)) return undefined;
  const { operationId, operationPath } = reference;
  return {
    source,
    path,
    ...(operationId === undefined ? {} : { operationId }),
    ...(operationPath === undefined ? {} : { operationPath }),
  };
}
