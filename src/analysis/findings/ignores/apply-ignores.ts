import type { Diagnostic } from '../../../diagnostics/index.ts';
import type { Finding } from '../view.ts';
import type { IgnoreEntry } from './ignore-entry.ts';

/** A diagnostic that its document has silenced. */
export interface SuppressedDiagnostic extends Diagnostic {
  /** Why, as the document says. */
  readonly justification: string;
}

/** Diagnostics with those apart that are silenced. */
export interface AppliedIgnores {
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly SuppressedDiagnostic[];
  /** Entries that silence nothing. */
  readonly findings: readonly Finding[];
}

/** Takes out what the entries silence in the document of a URI. Errors cannot be silenced. */
export function applyIgnores(
  diagnostics: readonly Diagnostic[],
  entries: readonly IgnoreEntry[],
  uri: string,
): AppliedIgnores {
  const left: Diagnostic[] = [];
  const suppressed: SuppressedDiagnostic[] = [];
  const used = new Set<IgnoreEntry>();
  for (const diagnostic of diagnostics) {
    const matching = entries.filter((entry) => matches(entry, diagnostic, uri));
    const [entry] = matching;
    for (const each of matching) used.add(each);
    if (entry === undefined) left.push(diagnostic);
    else suppressed.push({ ...diagnostic, justification: entry.reason });
  }
  const unused = entries.filter((entry) => !used.has(entry));
  return {
    diagnostics: left,
    suppressed,
    findings: unused.map((entry) => toFinding(entry, diagnostics, uri)),
  };
}

function matches(entry: IgnoreEntry, diagnostic: Diagnostic, uri: string): boolean {
  return diagnostic.severity !== 'error' && isAbout(entry, diagnostic, uri);
}

function isAbout(
  { code, at }: IgnoreEntry,
  { code: found, path, range }: Diagnostic,
  uri: string,
): boolean {
  const isBelow = path === at || path.startsWith(`${at}/`);
  return code === found && isBelow && range.uri === uri;
}

function toFinding(
  entry: IgnoreEntry,
  diagnostics: readonly Diagnostic[],
  uri: string,
): Finding {
  const isError = diagnostics.some((each) => isAbout(entry, each, uri));
  return {
    code: 'UNUSED_IGNORE',
    severity: 'warning',
    path: entry.path,
    message: isError
      ? `${entry.code} is an error here, and errors cannot be ignored.`
      : `${entry.code} is ignored here, but there is nothing to ignore.`,
    hint: isError ? 'Correct what is reported.' : 'Remove the entry.',
  };
}
