import { laxSemantics } from '../../../expressions/criteria/lax-semantics.ts';
import { simpleSemantics } from '../../../expressions/criteria/simple-semantics.ts';
import { referencesOf } from '../../../expressions/index.ts';
import type {
  CriterionProgram,
  JsonPathProgram,
  RegexProgram,
} from '../../../expressions/index.ts';
import type { OwnOutputs } from '../../cases/statuses/body-keys.ts';
import type { CriterionReading, Demand, Subject } from './demand.ts';
import { readCondition } from './read-condition.ts';
import { subjectOfExpression, subjectOfOperand, subjectOfPath } from './subject-of.ts';

type Reading = Omit<CriterionReading, 'identity'>;

const nothing: Reading = { demands: [], isComplete: false };

/** What a criterion demands, as far as it can be told without a run. */
export function readCriterion(
  program: CriterionProgram,
  own?: OwnOutputs,
): CriterionReading {
  const known = readings.get(program);
  if (known !== undefined) return known;
  const found = readAnew(program, own);
  // What it means depends on the step only where it looks at the outputs of one.
  if (!referencesOf(program).some(({ kind }) => kind === 'steps'))
    readings.set(program, found);
  return found;
}

/** Documents repeat their criteria, and each is read once. */
const readings = new WeakMap<CriterionProgram, CriterionReading>();

function readAnew(
  program: CriterionProgram,
  own: OwnOutputs | undefined,
): CriterionReading {
  const context = 'context' in program ? program.context.text : '';
  const identity = JSON.stringify([program.type, program.condition.trim(), context]);
  return { ...read(program, own), identity };
}

function read(program: CriterionProgram, own: OwnOutputs | undefined): Reading {
  if (program.type === 'simple')
    return readCondition(program.ast, {
      subjectOf: (expression) => subjectOfExpression(expression, own),
      compare: simpleSemantics.compare,
      holds: Boolean,
      isLenient: true,
    });
  if (program.type === 'invalid' || program.type === 'xpath') return nothing;
  const subject = subjectOfExpression(program.context, own);
  return program.type === 'regex'
    ? readRegex(program, subject)
    : readJsonPath(program, subject);
}

function readRegex({ regex, condition }: RegexProgram, subject: Subject): Reading {
  const compiled = regex.fixed;
  if (compiled === undefined) return nothing;
  const demand: Demand = {
    subject,
    text: condition,
    accepts: (value) => compiled.test(typeof value === 'string' ? value : String(value)),
    literals: wordsOf(condition),
    isClosed: wordsOf(condition).length > 0,
    isLenient: false,
  };
  return { demands: [demand], isComplete: true };
}

/** The words of `^ACTIVE$` and `^(ACTIVE|READY)$`. */
function wordsOf(pattern: string): readonly string[] {
  const words = /^\^\(?(?:\?:)?([\w| -]+)\)?\$$/u.exec(pattern)?.[1];
  return words !== undefined && (!words.includes('|') || pattern.startsWith('^('))
    ? words.split('|')
    : [];
}

function readJsonPath({ test }: JsonPathProgram, subject: Subject): Reading {
  const { fixed } = test;
  const { compare } = laxSemantics;
  if (fixed === undefined) return nothing;
  if (fixed.kind === 'lax')
    return readCondition(fixed.ast, {
      subjectOf: (path) => subjectOfPath(path, subject),
      compare,
      holds: (value) => value !== undefined,
      isLenient: false,
    });
  const [segment, ...others] = fixed.query.describe();
  const [filter, ...further] = segment?.selectors ?? [];
  const isOne = segment?.kind === 'child' && others.length + further.length === 0;
  if (filter?.kind !== 'filter' || !isOne) return nothing;
  return readCondition(filter.condition, {
    subjectOf: (operand) => subjectOfOperand(operand, subject),
    compare,
    holds: (value) => value !== undefined,
    isLenient: false,
  });
}
