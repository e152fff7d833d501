import type { Engines } from '../engines/engines.ts';
import { attempt, fail, problem, take } from '../parsed.ts';
import type { Note, Parsed } from '../parsed.ts';
import type { Expression } from '../runtime/expression.ts';
import { parseExpression } from '../runtime/parse-expression.ts';
import type { CriterionProgram, CriterionSource } from './criterion.ts';
import { parseJsonPath } from './parse-jsonpath.ts';
import { parseRegex } from './parse-regex.ts';
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
  const unsupported = unsupportedIn(criterion);
  if (unsupported !== undefined) return unsupported;
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
  const compile = (text: string) => parseJsonPath(text, engines);
  const test = take(prepare(condition, { compile, quotes: '\'"' }), notes);
  return { type: 'jsonpath', condition, context, test };
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

function unsupportedIn({
  type,
  version,
}: CriterionSource): Parsed<CriterionProgram> | undefined {
  if (type === 'xpath') {
    const message = 'Criteria of type "xpath" are not evaluated yet.';
    return problem({ message, offset: 0, unsupported: 'xpath' });
  }
  if (type !== 'jsonpath' || version === undefined || version === 'rfc9535') {
    return undefined;
  }
  if (version !== 'draft-goessner-dispatch-jsonpath-00') {
    const message = `There is no JSONPath version "${version}".`;
    return problem({ message, offset: 0, field: 'version', hint: 'Write "rfc9535".' });
  }
  const message = 'The old draft of JSONPath is not evaluated yet.';
  const hint = 'Leave out the version and write the query by RFC 9535.';
  return problem({
    message,
    offset: 0,
    hint,
    field: 'version',
    unsupported: 'jsonpath-goessner',
  });
}
