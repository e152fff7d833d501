import { simpleSemantics } from '../../../expressions/criteria/simple-semantics.ts';
import { laxSemantics } from '../../../expressions/criteria/lax-semantics.ts';
import type {
  CriterionProgram,
  FilterOperand,
  JsonPathTest,
  Key,
  QuerySegment,
  RegexProgram,
} from '../../../expressions/index.ts';
import { bodyKeys } from './body-keys.ts';
import type { OwnOutputs } from './body-keys.ts';
import { mentionsInCondition } from './mentions-in-condition.ts';
import { keysOfSegments } from './segment-keys.ts';
import type { StatusMention } from './status-mention.ts';

/** The texts in the body of the answer that a criterion names. */
export function mentionsOf(
  program: CriterionProgram,
  own?: OwnOutputs,
): readonly StatusMention[] {
  if (program.type === 'simple')
    return mentionsInCondition(program.ast, {
      keysOf: (expression) => bodyKeys(expression, own),
      compare: simpleSemantics.compare,
    });
  if (program.type !== 'regex' && program.type !== 'jsonpath') return [];
  const context = bodyKeys(program.context, own);
  if (context === undefined) return [];
  if (program.type === 'regex') return mentionsInRegex(program, context);
  const test = program.test.fixed ?? program.test.at({});
  return test === undefined ? [] : mentionsInJsonPath(test, context);
}

/** No values of any status: a pattern that matches one of them is about the form. */
const madeUp = ['Qzx', 'QZX_QZX', 'qzx-qzx', '\u2400 qzx'];

function mentionsInRegex(
  { regex }: RegexProgram,
  keys: readonly Key[],
): readonly StatusMention[] {
  const compiled = regex.fixed;
  if (compiled === undefined || madeUp.some((text) => compiled.test(text))) return [];
  return [{ keys, names: (value) => compiled.test(value), isNegated: false }];
}

function mentionsInJsonPath(
  test: JsonPathTest,
  context: readonly Key[],
): readonly StatusMention[] {
  const { compare } = laxSemantics;
  if (test.kind === 'query')
    return mentionsInSegments(test.query.describe(), context, test.alsoInArray);
  return mentionsInCondition(test.ast, {
    keysOf: ({ keys, query, length }) => {
      if (length !== undefined) return undefined;
      const segments = test.queries.get(query)?.describe() ?? [];
      const found = keys ?? keysOfSegments(segments);
      return found && [...context, ...found];
    },
    compare,
  });
}

/** @param itself - the filter is also tried on the value itself */
function mentionsInSegments(
  segments: readonly QuerySegment[],
  context: readonly Key[],
  itself: boolean,
): readonly StatusMention[] {
  return segments.flatMap(({ selectors }, at) => {
    const before = keysOfSegments(segments.slice(0, at));
    if (before === undefined) return [];
    const items = itself && at === 0 ? [] : [0];
    const place = [...context, ...before, ...items];
    return selectors.flatMap((selector) =>
      selector.kind === 'filter'
        ? mentionsInCondition(selector.condition, {
            keysOf: (operand) => keysOfOperand(operand, context, place),
            compare: laxSemantics.compare,
          })
        : [],
    );
  });
}

function keysOfOperand(
  operand: FilterOperand,
  root: readonly Key[],
  current: readonly Key[],
): readonly Key[] | undefined {
  if (operand.kind !== 'query') return undefined;
  const keys = keysOfSegments(operand.segments);
  return keys && [...(operand.from === 'root' ? root : current), ...keys];
}
