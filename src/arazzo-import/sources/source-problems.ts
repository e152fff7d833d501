import type { Problem } from '../../diagnostics/index.ts';
import type { SourceDescription } from '../document.ts';
import type { Source } from './document-unit.ts';
import { kindNames } from './kind-of.ts';

/** Without a description nothing can be compared with it. */
const unchecked =
  'Operations are taken as they are named; nothing could be checked against the description.';

/** A source that could not be read; an error's `hint` says how it can. */
export function unreadable({ name, path }: SourceDescription, error: unknown): Problem {
  const hint = hintOf(error);
  return {
    code: 'UNREADABLE_SOURCE',
    severity: 'warning',
    path: `${path}/url`,
    message: `The source "${name}" cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    hint: hint ?? unchecked,
  };
}

function hintOf(error: unknown): string | undefined {
  const hint = error instanceof Error && 'hint' in error ? error.hint : undefined;
  return typeof hint === 'string' ? hint : undefined;
}

/** A source that is something else than it should be. */
export function mistyped(
  { name, url, path, type = 'openapi' }: SourceDescription,
  found: Source['kind'] | undefined,
): Problem {
  const is = found === undefined ? '' : ` but an ${kindNames[found]}`;
  return {
    code: 'UNREADABLE_SOURCE',
    severity: 'warning',
    path: `${path}/url`,
    message: `The source "${name}" cannot be used: ${url} is not an ${kindNames[type]}${is}.`,
    hint: found === undefined ? unchecked : `Write "type: ${found}".`,
  };
}

/** A reference that works here, but not where documents are found by what they call themselves. */
export function byLocation(
  { name, path, url }: SourceDescription,
  self: string | undefined,
): Problem {
  return {
    code: 'REFERENCE_BY_LOCATION',
    severity: 'warning',
    path: `${path}/url`,
    message:
      self === undefined
        ? `The source "${name}" was found beside the document, not where its "$self" says that ${url} is.`
        : `The source "${name}" was found at ${url}, but it calls itself ${self}.`,
    hint:
      self === undefined
        ? 'Write the URL under which the source is published.'
        : `Write "url: ${self}".`,
  };
}
