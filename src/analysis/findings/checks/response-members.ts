import { walkSchemas } from '../../../arazzo-import/check/schema/walk-schema.ts';
import { typesOf } from '../../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import { appendToken } from '../../../arazzo-import/json-pointer.ts';
import { didYouMean } from '../../../diagnostics/index.ts';
import { operandsOf } from '../../../expressions/criteria/condition.ts';
import {
  formatPointer,
  parseTemplate,
  referencesOf,
} from '../../../expressions/index.ts';
import type {
  CriterionProgram,
  Expression,
  JsonPathProgram,
  Key,
  QuerySegment,
} from '../../../expressions/index.ts';
import { schemasAt } from '../../cases/sample/schema-at.ts';
import { bodyKeys } from '../../cases/statuses/body-keys.ts';
import { keysOfSegments } from '../../cases/statuses/segment-keys.ts';
import { programsOf } from '../view.ts';
import type { CriterionView, Finding, StepView, WorkflowView } from '../view.ts';
import { quoted } from '../words.ts';

/**
 * Members that the answer of an operation cannot have: in JSONPath conditions, and for messages and APIs
 * that only their client describes also elsewhere. Importing has looked at all others.
 */
export function findResponseMembers({ steps }: WorkflowView): readonly Finding[] {
  return steps.flatMap((view) => {
    const actions = view.onSuccess.filter(({ isInherited }) => !isInherited);
    const groups = [view.success, ...actions.map(({ criteria }) => criteria)];
    return [
      ...groups.flatMap((criteria) => findInCriteria(view, criteria)),
      ...(view.api.described === undefined ? findInOutputs(view) : []),
    ];
  });
}

function findInCriteria(
  view: StepView,
  criteria: readonly CriterionView[],
): readonly Finding[] {
  const { api, success } = view;
  const nodes = api.answers([...programsOf(criteria), ...programsOf(success)]);
  if (nodes === undefined) return [];
  return criteria.flatMap(({ program, path }) =>
    program === undefined
      ? []
      : placesIn(program, view, nodes).flatMap((keys) =>
          findDeadEnd(view, nodes, { keys, text: program.condition, path }),
        ),
  );
}

/** The places in the body that a criterion looks at. */
function placesIn(
  program: CriterionProgram,
  view: StepView,
  nodes: readonly SchemaNode[],
): readonly (readonly Key[])[] {
  if (program.type === 'jsonpath') {
    const context = answerKeys(view, program.context);
    return context === undefined ? [] : placesInQuery(program, context, nodes);
  }
  // Others were looked at when the document was imported.
  if (view.api.described !== undefined) return [];
  return referencesOf(program).flatMap((expression) => {
    const keys = answerKeys(view, expression);
    return keys === undefined || keys.length === 0 ? [] : [keys];
  });
}

/** The keys that an expression follows in what its step gets: a message or a response. */
function answerKeys(
  { plan: { call } }: StepView,
  expression: Expression,
): readonly Key[] | undefined {
  const kind = call.kind === 'message' ? 'message' : 'response';
  return expression.kind === kind ? bodyKeys(expression) : undefined;
}

function placesInQuery(
  { test }: JsonPathProgram,
  context: readonly Key[],
  nodes: readonly SchemaNode[],
): readonly (readonly Key[])[] {
  const { fixed } = test;
  if (fixed === undefined) return [];
  if (fixed.kind === 'lax')
    return operandsOf(fixed.ast).flatMap(({ keys }) =>
      keys === undefined ? [] : [[...context, ...keys]],
    );
  const segments = fixed.query.describe();
  const whole = keysOfSegments(beforeMembers(segments, context, nodes));
  const [selector] = segments[0]?.selectors ?? [];
  if (segments.length !== 1 || selector?.kind !== 'filter')
    return whole === undefined ? [] : [[...context, ...whole]];
  const current = isList(nodes, context) ? [...context, 0] : context;
  return operandsOf(selector.condition).flatMap((operand) => {
    if (operand.kind !== 'query') return [];
    const keys = keysOfSegments(operand.segments);
    const from = operand.from === 'root' ? context : current;
    return keys === undefined ? [] : [[...from, ...keys]];
  });
}

/** A query up to where it looks at the members of what is no list: which those are nobody says. */
function beforeMembers(
  segments: readonly QuerySegment[],
  context: readonly Key[],
  nodes: readonly SchemaNode[],
): readonly QuerySegment[] {
  const end = segments.findIndex(({ selectors: [selector] }, index) => {
    if (selector?.kind !== 'filter' && selector?.kind !== 'wildcard') return false;
    const keys = keysOfSegments(segments.slice(0, index));
    return keys !== undefined && !isList(nodes, [...context, ...keys]);
  });
  return end === -1 ? segments : segments.slice(0, end);
}

function isList(nodes: readonly SchemaNode[], keys: readonly Key[]): boolean {
  const found = nodes.flatMap((node) => schemasAt(node, keys));
  return (
    found.length > 0 && found.every((node) => typesOf(node)?.includes('array') === true)
  );
}

function findInOutputs(view: StepView): readonly Finding[] {
  const nodes = view.api.answers([]);
  if (nodes === undefined) return [];
  return Object.entries(view.step.outputs).flatMap(([name, value]) => {
    const path = appendToken(`${view.step.path}/outputs`, name);
    return referencesOf(parseTemplate(value).template).flatMap((expression) => {
      const keys = answerKeys(view, expression);
      return keys === undefined
        ? []
        : findDeadEnd(view, nodes, { keys, text: expression.text, path });
    });
  });
}

interface Wanted {
  readonly keys: readonly Key[];
  readonly text: string;
  readonly path: string;
}

function findDeadEnd(
  { api }: StepView,
  nodes: readonly SchemaNode[],
  { keys, text, path }: Wanted,
): readonly Finding[] {
  const deadEnd = walkSchemas(nodes, keys);
  if (deadEnd === undefined) return [];
  const missing = String(keys[deadEnd.length]);
  const at = formatPointer(keys.slice(0, deadEnd.length));
  const where = at === '' ? 'the answer' : `"${at}" in the answer`;
  const { names, isList: isInList } = deadEnd;
  const list = names.length === 0 ? 'It has no members.' : `It has ${quoted(names)}.`;
  return [
    {
      code: 'UNKNOWN_RESPONSE_MEMBER',
      severity: 'warning',
      path,
      message: `"${text}" leads to nothing: ${where} of "${api.name}" has no "${missing}".`,
      hint: isInList
        ? 'It is a list: name one of its items.'
        : (didYouMean(missing, names) ?? list),
    },
  ];
}
