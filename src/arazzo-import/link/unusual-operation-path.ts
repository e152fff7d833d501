import type { OperationReference } from '../../services/service.ts';
import { appendToken } from '../json-pointer.ts';
import { operationSources } from './find-source.ts';
import type { LinkContext } from './link-context.ts';
import {
  parseOperationId,
  parseOperationPath,
  parseWithoutUrl,
} from './operation-reference.ts';

/** What an unusual path means, and what to tell its author. */
interface Reading {
  readonly code:
    'UNUSUAL_SOURCE_REFERENCE' | 'OPERATION_ID_AS_PATH' | 'OPERATION_PATH_AS_ROUTE';
  readonly message: string;
  /** How it is written by the letter. */
  readonly right: string;
  readonly reference: OperationReference;
}

type Reader = (text: string, context: LinkContext) => Reading | undefined;

/**
 * Reads what documents write as an operationPath although it is none (checklist C-32); what can be
 * read in one way only is told and understood, the rest is an error.
 */
export function readUnusualPath(
  context: LinkContext,
  text: string,
  path: string,
): OperationReference | undefined {
  for (const read of [withoutUrl, operationId, route]) {
    const reading = read(text, context);
    if (reading === undefined) continue;
    const { code, message, right, reference } = reading;
    const hint = `Write ${right}.`;
    context.report({ code, severity: 'warning', path, message, hint });
    return reference;
  }
  reportUnreadable(context, text, path);
  return undefined;
}

/** A path of the API without a method could be any of them: both readings are shown. */
function reportUnreadable(context: LinkContext, text: string, path: string): void {
  const isRoute = /^\/\S*$/u.test(text);
  const [source] = operationSources(context);
  const name = source?.description.name ?? '<name>';
  const place = `{$sourceDescriptions.${name}.url}#${appendToken('/paths', text)}`;
  context.report({
    code: 'INVALID_VALUE',
    path,
    message: isRoute
      ? `The operationPath "${text}" is a path of the API and does not say what is done with it.`
      : `The operationPath "${text}" does not name a source and a place in it.`,
    hint: isRoute
      ? `Write '${place}/get' or '${place}/post', whichever is meant.`
      : "Write '{$sourceDescriptions.<name>.url}#/paths/~1pets/get'.",
  });
}

/** `$sourceDescriptions.petstore#/paths/~1pets/get` and `petstore#/paths/~1pets/get`. */
const withoutUrl: Reader = (text, { unit }) => {
  const found = parseWithoutUrl(text);
  if (found === undefined || !(found.isExpression || unit.sources.has(found.source)))
    return undefined;
  const reference = parseOperationPath(found.right);
  if (reference === undefined) return undefined;
  return {
    code: 'UNUSUAL_SOURCE_REFERENCE',
    message: namesNoUrl(text),
    right: `'${found.right}'`,
    reference,
  };
};

/** What to tell the author of a reference that names a source and not its `url`. */
export function namesNoUrl(text: string): string {
  return `"${text}" names the source and not its "url".`;
}

/** `$sourceDescriptions.petstore.listPets`: the id of the operation. */
const operationId: Reader = (text) => {
  if (text.includes('#')) return undefined;
  const reference = parseOperationId(text.replace(/^\{(.*)\}$/su, '$1'));
  if (reference?.operationId === undefined) return undefined;
  return {
    code: 'OPERATION_ID_AS_PATH',
    message: `The operationPath "${text}" is an operationId.`,
    right: `"operationId: $sourceDescriptions.${reference.source}.${reference.operationId}"`,
    reference,
  };
};

/** `POST /pets`, `GET {petstore}./pets` and `/pets`, whose source and method must be plain. */
const route: Reader = (text, context) => {
  const match =
    /^(?:(get|put|post|delete|options|head|patch|trace)\s+)?(?:\{([^{}$/]+)\}\.?)?(\/\S*)$/iu.exec(
      text,
    );
  const [, method, name, template = ''] = match ?? [];
  const source = match === null ? undefined : sourceOf(context, name);
  if (source === undefined) return undefined;
  // Without a method the description has to tell; nobody else can.
  if (method === undefined && source.kind === 'openapi' && !source.operations)
    return undefined;
  const item = appendToken('/paths', template);
  const operationPath = method === undefined ? item : `${item}/${method.toLowerCase()}`;
  const sourceName = source.description.name;
  return {
    code: 'OPERATION_PATH_AS_ROUTE',
    message: `The operationPath "${text}" is the path of the API and no place in its description.`,
    right: `'{$sourceDescriptions.${sourceName}.url}#${item}/${method?.toLowerCase() ?? '<method>'}'`,
    reference: { source: sourceName, operationPath },
  };
};

function sourceOf(
  context: LinkContext,
  name: string | undefined,
): ReturnType<typeof operationSources>[number] | undefined {
  const sources = operationSources(context);
  if (name !== undefined)
    return sources.find(({ description }) => description.name === name);
  return sources.length === 1 ? sources[0] : undefined;
}
