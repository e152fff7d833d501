import type { ArazzoDocument, Json } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import { appendToken } from '../../../arazzo-import/json-pointer.ts';
import { diagnosticCodes, didYouMean } from '../../../diagnostics/index.ts';
import type { Finding } from '../view.ts';
import { ignoreExtension } from './ignore-entry.ts';
import type { IgnoreEntry } from './ignore-entry.ts';

/** What a document silences, and what is wrong with how it does that. */
export interface Ignores {
  readonly entries: readonly IgnoreEntry[];
  readonly findings: readonly Finding[];
}

/** Reads every `x-arazzo-xstate-ignore` of a document. */
export function readIgnores(document: ArazzoDocument): Ignores {
  const entries: IgnoreEntry[] = [];
  const findings: Finding[] = [];
  for (const { at, value } of extensionsIn(document)) {
    const path = `${at}/${ignoreExtension}`;
    if (!isObject(value)) {
      findings.push(invalid(path, `"${ignoreExtension}" is no object.`));
      continue;
    }
    for (const [code, reason] of Object.entries(value)) {
      const read = readEntry({ code, reason, at, path: appendToken(path, code) });
      if ('severity' in read) findings.push(read);
      else entries.push(read);
    }
  }
  return { entries, findings };
}

interface RawEntry extends Pick<IgnoreEntry, 'at' | 'path'> {
  readonly code: string;
  readonly reason: Json;
}

function readEntry({ code, reason, at, path }: RawEntry): IgnoreEntry | Finding {
  const known = diagnosticCodes.find((each) => each === code);
  if (known === undefined) {
    const hint = didYouMean(code, diagnosticCodes);
    const message = `There is no code "${code}" that could be ignored.`;
    return { ...invalid(path, message, hint), target: 'key' };
  }
  return typeof reason === 'string' && reason.trim() !== ''
    ? { code: known, reason, at, path }
    : invalid(path, `"${code}" is ignored without a reason, and so it is not.`);
}

function invalid(path: string, message: string, hint?: string): Finding {
  return {
    code: 'INVALID_IGNORE',
    severity: 'warning',
    path,
    message,
    hint: hint ?? `Write ${ignoreExtension}: { <CODE>: '<reason>' }.`,
  };
}

interface Extension {
  /** JSON Pointer to the object that has it. */
  readonly at: string;
  readonly value: Json;
}

/** The extension on all objects of the specification, the outermost first. */
function extensionsIn(document: ArazzoDocument): readonly Extension[] {
  const found: Extension[] = [];
  const pending: object[] = [document];
  for (const next of pending) {
    if ('path' in next && 'extensions' in next && isObject(next.extensions)) {
      const value = next.extensions[ignoreExtension] as Json | undefined;
      if (value !== undefined && typeof next.path === 'string')
        found.push({ at: next.path, value });
    }
    for (const member of Object.values(next))
      if (typeof member === 'object' && member !== null) pending.push(member as object);
  }
  return found;
}
