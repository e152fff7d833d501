import { RE2JS } from 're2js';
import { problem } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import type { CompiledRegex, RegexEngine } from './engines.ts';

const flagBits = new Map([
  ['i', RE2JS.CASE_INSENSITIVE],
  ['m', RE2JS.MULTILINE],
  ['s', RE2JS.DOTALL],
]);

/**
 * Regular expressions that take linear time, whatever the pattern: documents are not trusted.
 * Lookaround and backreferences do not exist in them.
 */
export const regexEngine: RegexEngine = { compile };

function compile(pattern: string, flags: string): Parsed<CompiledRegex> {
  const bits = flags.split('').reduce((sum, flag) => sum | (flagBits.get(flag) ?? 0), 0);
  try {
    const regex = RE2JS.compile(RE2JS.translateRegExp(pattern), bits);
    const value: CompiledRegex = {
      test: (text) => regex.test(text),
      replaceAll: (text, replacement) => regex.matcher(text).replaceAll(replacement),
      split: (text) => regex.split(text, -1),
    };
    return { ok: true, value, notes: [] };
  } catch (error) {
    const message = `The regular expression cannot be used: ${reasonOf(error)}.`;
    return problem({ message, offset: 0, ...hintFor(error) });
  }
}

/** What other engines can and RE2 cannot; anything else is a slip, of which its reason says enough. */
function hintFor(error: unknown): { readonly hint?: string } {
  return /\\[\dk]|\(\?/u.test(reasonOf(error))
    ? { hint: 'Use the syntax of RE2: no lookaround and no backreferences.' }
    : {};
}

function reasonOf(error: unknown): string {
  return error instanceof Error
    ? error.message.replace('error parsing regexp: ', '')
    : String(error);
}
