import type { OpenApiParameter } from '../../openapi/index.ts';
import type { Parameter } from '../document.ts';
import type { CalledOperation } from './called-operation.ts';
import { isExempt, seemsCredential } from './exempt-parameters.ts';
import { isSameParameter } from './is-same-parameter.ts';
import { schemaOf } from './schema-of.ts';
import { listOf, partsOf, rootNode } from './schema/schema-node.ts';

/** A parameter that the operation requires and a step does not give. */
export interface MissingParameter {
  readonly name: string;
  readonly in: OpenApiParameter['in'];
  /** The path has a place for it, so that there is no URL without it. */
  readonly isInPath: boolean;
}

/** The parameters that nobody gives to the operation of a step. */
export function missingParameters(
  call: CalledOperation,
  given: readonly Parameter[],
): readonly MissingParameter[] {
  const { operation } = call;
  const inPath = templateNames(operation.path).map(
    (name) => ({ name, in: 'path', isInPath: true }) as const,
  );
  const others = operation.parameters
    .filter((each) => each.required && each.in !== 'path' && !isFilled(each, call))
    .map(({ name, in: place }) => ({ name, in: place, isInPath: false }));
  const isWholeQuery = given.some((each) => each.in === 'querystring');
  return [...inPath, ...others].filter(
    (each) =>
      !(isWholeQuery && each.in === 'query') &&
      !given.some((parameter) => isSameParameter(parameter, each)),
  );
}

/** The names in the path; `{Key+}` is called `Key`, or so. */
function templateNames(path: string): readonly string[] {
  const [template = ''] = path.split(/[?#]/u, 1);
  return Array.from(template.matchAll(/\{([\w.~-]+)\}/gu), ([, name = '']) => name);
}

/** What the caller of the operation adds by itself, and what has a default. */
function isFilled(parameter: OpenApiParameter, call: CalledOperation): boolean {
  if (isExempt(parameter, call) || parameter.in === 'querystring') return true;
  if (parameter.in === 'header' && seemsCredential(parameter, call)) return true;
  if (call.operation.path.includes('?')) return true;
  const schema = schemaOf(call, parameter);
  if (schema === undefined) return false;
  return partsOf(rootNode(schema)).some((part) => {
    const isOnly = part['const'] !== undefined || listOf(part['enum']).length === 1;
    return part['default'] !== undefined || (parameter.in === 'header' && isOnly);
  });
}
