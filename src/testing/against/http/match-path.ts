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
 * The operation that a server takes a request for: of those that fit, the one with the fewest parameters
 * in its path (OpenAPI, Paths Object).
 */
export function understoodAs(
  operations: readonly OperationEntry[],
  request: { readonly method: string; readonly path: string },
): OperationEntry | undefined {
  return operations
    .filter(
      ({ method, path }) => method === request.method && matchPath(path, request.path),
    )
    .toSorted((left, right) => parametersIn(left) - parametersIn(right))[0];
}

function parametersIn({ path }: OperationEntry): number {
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
