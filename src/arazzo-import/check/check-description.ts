import type { OpenApiSource } from '../sources/document-unit.ts';
import type { CalledOperation } from './called-operation.ts';

/**
 * Reports that the description of an operation is broken, as far as it was looked at; at its source,
 * because no step is to blame.
 */
export function checkDescription(
  { context: { report }, name, operation: { problems } }: CalledOperation,
  { description: { name: source, path } }: OpenApiSource,
): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` ${others.length} more like it.`;
  report({
    code: 'BROKEN_DESCRIPTION',
    severity: 'info',
    path: `${path}/url`,
    message: `What "${source}" says about "${name}" is broken at ${first.pointer}: ${first.message}${more}`,
    hint: 'Correct it there; until then nothing can be compared with this part.',
  });
}
