import { appendToken } from '../json-pointer.ts';
import type { FieldOptions, ObjectReader } from './object-reader.ts';

/**
 * Gives you what a step or workflow depends on. An id of the same document that is written as an
 * expression (`$steps.login`) becomes the plain id.
 */
export function parseDependencies(
  owner: ObjectReader,
  root: '$steps' | '$workflows',
  options: FieldOptions = {},
): string[] {
  const names = owner.strings('dependsOn', options);
  return names.map((name) => {
    const id = plainId(name, root);
    if (id !== undefined) reportExpression(owner, name, id);
    return id ?? name;
  });
}

/** `$steps.login` and `$steps.login.outputs.token` mean step "login". */
function plainId(name: string, root: string): string | undefined {
  const [start, id, part] = name.split('.');
  if (start !== root || !id) return undefined;
  return part === undefined || part === 'outputs' ? id : undefined;
}

function reportExpression(owner: ObjectReader, name: string, id: string): void {
  const items = owner.raw('dependsOn');
  const list = `${owner.path}/dependsOn`;
  owner.context.report({
    code: 'DEPENDENCY_AS_EXPRESSION',
    severity: 'warning',
    message: `${owner.title} depends on "${name}", an expression; "${id}" is meant.`,
    path: Array.isArray(items) ? appendToken(list, items.indexOf(name)) : list,
    hint: `Write ${id}.`,
  });
}
