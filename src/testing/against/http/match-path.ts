import type { OperationEntry } from '../../../openapi/index.ts';

/**
 * The values of the path parameters in a path that fits a template (`/pets/{petId}`), decoded;
 * `undefined` when it does not fit. What stands behind `?` or `#` in a template is no part of the path.
 */
export function matchPath(
  template: string,
  path: string,
): ReadonlyMap<string, string> | undefined {
  const names: string[] = [];
  const pattern = pathOf(template)
    .split(/\{([^{}]+)\}/u)
    .map((part, index) => {
      if (index % 2 === 0) return part.replaceAll(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
      names.push(part.replace(/\+$/u, ''));
      return part.endsWith('+') ? '(.+)' : '([^/]+)';
    });
  const match = new RegExp(`^${pattern.join('')}$`, 'u').exec(path);
  if (match === null) return undefined;
  return new Map(names.map((name, index) => [name, decode(match[index + 1] ?? '')]));
}

/**
 * The operation that a server takes a request for instead of the one that is wanted: of those that fit,
 * one with fewer parameters in its path comes first (OpenAPI, Paths Object). `undefined` when there is none.
 */
export function mistakenFor(
  operations: readonly OperationEntry[],
  request: { readonly method: string; readonly path: string },
  wanted: { readonly path: string },
): OperationEntry | undefined {
  return operations.find(
    (each) =>
      each.method === request.method &&
      parametersIn(each) < parametersIn(wanted) &&
      matchPath(each.path, request.path) !== undefined,
  );
}

function parametersIn({ path }: { readonly path: string }): number {
  return pathOf(path).split('{').length;
}

function pathOf(template: string): string {
  return template.split(/[?#]/u, 1)[0] ?? '';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
