import type { Engines } from '../engines/engines.ts';
import { braceInQuery } from '../templates/brace-expressions.ts';
import { attempt, fail, problem, take } from '../parsed.ts';
import type { Note, Parsed } from '../parsed.ts';
import type { Expression } from '../runtime/expression.ts';
import { parseExpression } from '../runtime/parse-expression.ts';
import type { CriterionProgram, CriterionSource } from './criterion.ts';
import { parseJsonPath } from './parse-jsonpath.ts';
import { goessner } from './parse-jsonpath-query.ts';
import { parseRegex } from './parse-regex.ts';
import { parseXPath } from './parse-xpath.ts';
import { parseSimple } from './parse-simple.ts';
import { prepare } from './prepared.ts';

/**
 * A criterion that was read once, so that it can be evaluated many times.
 *
 * @throws ArazzoError `MISSING_ENGINE` when `engines` lacks one that `enginesNeeded` names.
 */
export function parseCriterion(
  criterion: CriterionSource,
  engines: Engines,
): Parsed<CriterionProgram> {
  return attempt((notes) => readCriterion(criterion, engines, notes));
}

function readCriterion(
  criterion: CriterionSource,
  engines: Engines,
  notes: Note[],
): CriterionProgram {
  const { type, condition } = criterion;
  if (type === 'simple') {
    return { type, condition, ast: take(parseSimple(condition), notes) };
  }
  const context = readContext(criterion, notes);
  if (type === 'regex') {
    const compile = (text: string) => parseRegex(text, engines);
    const regex = take(prepare(condition, { compile, quotes: '' }), notes);
    return { type, condition, context, regex };
  }
  if (type === 'xpath') {
    const compile = (text: string) => parseXPath(text, criterion.version, engines);
    const language = { compile, quotes: '\'"', escape: 'doubled' } as const;
    return { type, condition, context, xpath: take(prepare(condition, language), notes) };
  }
  take(checkVersion(criterion), notes);
  return readJsonPath({ criterion, context, engines }, notes);
}

function readJsonPath(
  { criterion, context, engines }: Reading,
  notes: Note[],
): CriterionProgram {
  const { condition } = criterion;
  const compile = (text: string) => parseJsonPath(text, engines, criterion.version);
  const braced = braceInQuery(condition);
  notes.push(...braced.notes);
  const language = {
    compile,
    quotes: '\'"',
    ...(braced.notes.length > 0 && { toLiteral }),
  };
  const test = take(prepare(braced.text, language), notes);
  return { type: 'jsonpath', condition, context, test };
}

interface Reading {
  readonly criterion: CriterionSource;
  readonly context: Expression;
  readonly engines: Engines;
}

/** What has no braces is no text to be put in, but a value. */
function toLiteral(value: unknown): string {
  return JSON.stringify(value ?? null);
}

function readContext(criterion: CriterionSource, notes: Note[]): Expression {
  if (criterion.context === undefined) {
    const message = `A criterion of type "${criterion.type}" needs a context.`;
    return fail(message, 0, 'Add "context: $response.body".');
  }
  const parsed = parseExpression(criterion.context);
  if (parsed.ok) return take(parsed, notes);
  return take(problem({ ...parsed.error, field: 'context' }), notes);
}

function checkVersion({ type, version }: CriterionSource): Parsed<undefined> {
  const isFine = version === undefined || version === 'rfc9535' || version === goessner;
  if (type !== 'jsonpath' || isFine) return { ok: true, value: undefined, notes: [] };
  const message = `"${version}" is no version of JSONPath.`;
  const hint = `Use "rfc9535" or "${goessner}".`;
  return problem({ message, offset: 0, hint, field: 'version' });
}
