import type { Expression, Scope, Template } from '../../../expressions/index.ts';
import { evaluateExpression } from '../../../expressions/index.ts';
import type { StepDefinition } from '../../../machines/definition.ts';
import type { Keys } from '../solve/draft.ts';
import { toVariable } from '../solve/subject.ts';
import type { Subject } from '../solve/subject.ts';
import { keysAfter } from '../statuses/body-keys.ts';

/** Where the parts of an answer stand in a draft; what is left out stands nowhere. */
export interface Layout {
  readonly statusCode?: Keys;
  readonly headers?: Keys;
  readonly body?: Keys;
  /** The outputs of a called workflow. */
  readonly outputs?: Keys;
}

/** What it takes to find out what an expression stands for. */
export interface View {
  readonly step: StepDefinition;
  readonly layout: Layout;
  /** For everything that the answer does not decide. */
  readonly scope: Scope;
}

/** What an expression of a step stands for, when the call of the step has ended. */
export function subjectOf(expression: Expression, view: View): Subject {
  const { layout } = view;
  const constant: Subject = {
    kind: 'constant',
    value: evaluateExpression(expression, view.scope),
  };
  if (expression.kind === 'statusCode') return toPlace(layout.statusCode, []) ?? constant;
  if (expression.kind === 'response' || expression.kind === 'message') {
    const { part, name } = expression;
    const at = part === 'header' ? [name.toLowerCase()] : [];
    const start = part === 'header' ? layout.headers : layout.body;
    if (part === 'query' || part === 'path') return constant;
    return toPlace(start, [...at, ...keysAfter(expression)], expression) ?? constant;
  }
  if (expression.kind === 'steps' && expression.stepId === view.step.stepId)
    return ownOutput(expression, view) ?? constant;
  return calledOutput(expression, view) ?? constant;
}

/** `.length` at the end of a path is the length of what the rest leads to. */
function toPlace(
  start: Keys | undefined,
  keys: Keys,
  { path, pointer }: { readonly path?: Keys; readonly pointer?: Keys } = {},
): Subject | undefined {
  if (start === undefined) return undefined;
  const isLength = path?.at(-1) === 'length' && pointer?.length === 0;
  return isLength
    ? { kind: 'place', keys: [...start, ...keys.slice(0, -1)], measure: 'length' }
    : { kind: 'place', keys: [...start, ...keys] };
}

/** The outputs of the step are those of the answer. */
function ownOutput(
  expression: Extract<Expression, { kind: 'steps' }>,
  view: View,
): Subject | undefined {
  const { outputTemplates } = view.step;
  if (outputTemplates.kind !== 'object' || expression.name === undefined)
    return undefined;
  for (const { name, keys } of readings(expression.name)) {
    const template = outputTemplates.members.find(([key]) => key === name)?.[1];
    if (template === undefined) continue;
    return within(templateSubject(template, view), [...keys, ...keysAfter(expression)]);
  }
  return undefined;
}

/** `a.b` is the output `a.b`, or the member `b` of the output `a`. */
function readings(name: string): readonly { name: string; keys: Keys }[] {
  const words = name.split('.');
  return words.map((_, index) => ({
    name: words.slice(0, words.length - index).join('.'),
    keys: words.slice(words.length - index),
  }));
}

/** What the template of an output stands for. */
function templateSubject(template: Template, view: View): Subject {
  if (template.kind === 'literal') return { kind: 'constant', value: template.value };
  // Outputs that look at the outputs of their own step see those of the visit before.
  if (template.kind === 'expression')
    return template.expression.kind === 'steps'
      ? { kind: 'constant', value: evaluateExpression(template.expression, view.scope) }
      : subjectOf(template.expression, view);
  if (template.kind !== 'selector') return { kind: 'unknown', what: 'an output of text' };
  const context = subjectOf(template.context, view);
  const selector = template.selector.at(view.scope);
  if (context.kind !== 'place' || selector === undefined || selector.type === 'xpath')
    return { kind: 'unknown', what: template.source };
  if (selector.type === 'jsonpointer') return within(context, selector.pointer);
  const { keys } = context;
  const segments = selector.query.describe();
  return toVariable({ kind: 'query', from: keys, root: keys, segments });
}

/** A part of what a subject stands for. */
function within(subject: Subject, keys: Keys): Subject {
  if (keys.length === 0) return subject;
  if (subject.kind === 'place') {
    const isLength = keys.at(-1) === 'length';
    const path = [...subject.keys, ...(isLength ? keys.slice(0, -1) : keys)];
    return { kind: 'place', keys: path, ...(isLength && { measure: 'length' as const }) };
  }
  return { kind: 'unknown', what: `${keys.join('.')} of an output` };
}

function calledOutput(
  expression: Expression,
  { step, layout: { outputs } }: View,
): Subject | undefined {
  if (expression.kind === 'outputs')
    return toPlace(outputs, [expression.name, ...keysAfter(expression)]);
  if (expression.kind === 'all' && expression.of === 'outputs')
    return toPlace(outputs, keysAfter(expression));
  const isCalled =
    expression.kind === 'workflows' &&
    expression.field === 'outputs' &&
    expression.workflowId === step.workflow?.workflowId;
  if (!isCalled) return undefined;
  const name = expression.name === undefined ? [] : [expression.name];
  return toPlace(outputs, [...name, ...keysAfter(expression)]);
}
