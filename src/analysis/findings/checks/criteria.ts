import { typesOf } from '../../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import { didYouMean } from '../../../diagnostics/index.ts';
import { formatPointer } from '../../../expressions/index.ts';
import type { Key } from '../../../expressions/index.ts';
import type { Demand } from '../criteria/demand.ts';
import { programsOf } from '../view.ts';
import type { CriterionView, Finding, StepView, WorkflowView } from '../view.ts';
import { listed } from '../words.ts';
import { possibleValues } from './possible-values.ts';
import type { PossibleValues } from './possible-values.ts';
import { statusTests } from '../../../arazzo-import/check/status-tests.ts';

/** Criteria that the schema of the answer decides already. */
export function findCriteria({ steps }: WorkflowView): readonly Finding[] {
  return steps.flatMap((view) =>
    groupsOf(view).flatMap(({ criteria, all }) =>
      criteria.flatMap((criterion) => findInSchema(view, criterion, all)),
    ),
  );
}

interface Group {
  readonly criteria: readonly CriterionView[];
  /** With those that hold as well when these are looked at. */
  readonly all: readonly CriterionView[];
}

/** What a failure looks like nobody knows, unless the criteria name a status. */
function groupsOf({ success, onSuccess, onFailure }: StepView): readonly Group[] {
  const failures = onFailure.filter(
    ({ criteria }) => statusTests(programsOf(criteria)).equal.length > 0,
  );
  return [
    { criteria: success, all: success },
    ...onSuccess
      .filter(({ isInherited }) => !isInherited)
      .map(({ criteria }) => ({ criteria, all: [...criteria, ...success] })),
    ...failures
      .filter(({ isInherited }) => !isInherited)
      .map(({ criteria }) => ({ criteria, all: criteria })),
  ];
}

function findInSchema(
  { api }: StepView,
  { reading, path }: CriterionView,
  all: readonly CriterionView[],
): readonly Finding[] {
  const demands = reading.demands.filter(isOfBody);
  if (demands.length === 0) return [];
  const nodes = api.answers(programsOf(all));
  if (nodes === undefined) return [];
  return demands.flatMap((demand) => {
    const possible = possibleValues(nodes, placeOf(demand, nodes));
    if (possible === undefined || isKnownToService(demand, api)) return [];
    return judge(demand, possible, path);
  });
}

/** A filter may ask something of each value in an object: which those are nobody says. */
function isOfBody({ subject: { kind, keys } }: Demand): boolean {
  return kind === 'body' || (kind === 'item' && keys.length > 0);
}

/** What a filter asks of each item is asked of the first one of a list, as far as schemas go. */
function placeOf(
  { subject: { kind, keys } }: Demand,
  nodes: readonly SchemaNode[],
): readonly Key[] {
  const isList = nodes.every((node) => typesOf(node)?.join() === 'array');
  return kind === 'item' && isList ? [0, ...keys] : keys;
}

/** Services get new values sooner than their descriptions. */
function isKnownToService(
  { subject, literals }: Demand,
  { knowledge }: StepView['api'],
): boolean {
  const status = knowledge?.status;
  if (status === undefined || status.pointer !== formatPointer([...subject.keys]))
    return false;
  const known = [...status.pending, ...status.succeeded, ...status.failed];
  return literals.some((literal) => known.includes(String(literal)));
}

function judge(
  demand: Demand,
  possible: PossibleValues,
  path: string,
): readonly Finding[] {
  const { values, types } = possible;
  const where = `"${formatPointer([...demand.subject.keys])}"`;
  const known = values?.filter((value) => typeof value !== 'object');
  if (known !== undefined && known.length > 0) {
    const accepted = known.filter((value) => demand.accepts(value));
    // What is not there equals null, and differs from everything else.
    if (accepted.length === 0 && !demand.accepts(undefined))
      return [never(demand, path, `${where} is ${listed(known.map(String))}`, known)];
    const isOfOne = demand.subject.kind === 'body' && known.length > 1;
    if (accepted.length === known.length && demand.accepts(undefined) && isOfOne)
      return [always(demand, path, `${where} is ${listed(known.map(String))}`, known)];
    return [];
  }
  if (types === undefined || !demand.isClosed) return [];
  const fits = demand.literals.some((value) => fitsType(value, types, demand.isLenient));
  return fits
    ? []
    : [
        never(
          demand,
          path,
          `${where} is ${[...types].map(withArticle).join(' or ')}`,
          [],
        ),
      ];
}

/** What the comparison can find equal, whatever the value. */
function fitsType(
  literal: string | number | boolean | null,
  types: ReadonlySet<string>,
  isLenient: boolean,
): boolean {
  if (literal === null) return true;
  const isNumber = types.has('number') || types.has('integer');
  if (typeof literal === 'boolean') return types.has('boolean');
  if (typeof literal === 'number') return isNumber || (isLenient && types.has('string'));
  return types.has('string') || (isLenient && isNumber && isNumeric(literal));
}

function isNumeric(text: string): boolean {
  return text.trim() !== '' && !Number.isNaN(Number(text));
}

function never(
  demand: Demand,
  path: string,
  why: string,
  values: readonly unknown[],
): Finding {
  return {
    code: 'CRITERION_NEVER_HOLDS',
    severity: 'warning',
    path,
    message: `"${demand.text}" can never hold: ${why} in the answer.`,
    hint: hintFor(demand, values),
  };
}

function always(
  demand: Demand,
  path: string,
  why: string,
  values: readonly unknown[],
): Finding {
  return {
    code: 'CRITERION_ALWAYS_HOLDS',
    severity: 'warning',
    path,
    message: `"${demand.text}" always holds: ${why} in the answer.`,
    hint: hintFor(demand, values),
  };
}

function hintFor({ literals }: Demand, values: readonly unknown[]): string {
  const [only, ...others] = literals;
  const texts = values.map(String);
  if (typeof only !== 'string' || others.length > 0)
    return texts.length === 0
      ? 'Compare it with a value of that type.'
      : `Take one of ${listed(texts)}.`;
  if (texts.length > 0) return didYouMean(only, texts) ?? `Take one of ${listed(texts)}.`;
  return isNumeric(only) || only === 'true' || only === 'false'
    ? `Remove the quotation marks: ${only}.`
    : 'Compare it with a value of that type.';
}

function withArticle(type: string): string {
  if (type === 'null') return 'null';
  return `${/^[aeiou]/u.test(type) ? 'an' : 'a'} ${type}`;
}
