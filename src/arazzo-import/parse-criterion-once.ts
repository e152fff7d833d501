import { parseCriterion } from '../expressions/index.ts';
import type {
  CriterionProgram,
  CriterionSource,
  Engines,
  Parsed,
} from '../expressions/index.ts';

type Known = Map<string, Parsed<CriterionProgram>>;

/** How many criteria are remembered; large documents repeat a few. */
const most = 1000;

const knownBy = new WeakMap<Engines, Known>();

/**
 * Gives you what `parseCriterion` gives, the same object for the same criterion: documents repeat
 * them, and each is read when it is linked and again for the machine.
 */
export function parseCriterionOnce(
  criterion: CriterionSource,
  engines: Engines,
): Parsed<CriterionProgram> {
  const known = knownBy.get(engines) ?? new Map<string, Parsed<CriterionProgram>>();
  knownBy.set(engines, known);
  const { type, condition, context, version } = criterion;
  const key = JSON.stringify([type, condition, context, version]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const parsed = parseCriterion(criterion, engines);
  if (!parsed.ok || remembersValues(parsed.value)) return parsed;
  if (known.size === most) known.clear();
  known.set(key, parsed);
  return parsed;
}

/** A condition with expressions in it keeps texts with values of a run, which must go with its machine. */
function remembersValues(program: CriterionProgram): boolean {
  if (program.type === 'regex') return program.regex.expressions.length > 0;
  if (program.type === 'xpath') return program.xpath.expressions.length > 0;
  return program.type === 'jsonpath' && program.test.expressions.length > 0;
}
