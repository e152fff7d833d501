import { resolvePointer } from '../json-pointer.ts';
import { ownValue } from '../own-value.ts';
import type { Scope } from '../scope.ts';
import type {
  Expression,
  MessageExpression,
  RecordExpression,
  SourceExpression,
  StepExpression,
  ValueExpression,
  WorkflowExpression,
} from './expression.ts';
import { headerValue } from './header-value.ts';
import { navigate } from './navigate.ts';

/**
 * The value of an expression, with its type; `undefined` when it leads to nothing. Never throws.
 *
 * `$components.…` has no value: it is resolved when the document is linked.
 */
export function evaluateExpression(expression: Expression, scope: Scope): unknown {
  if ('path' in expression) return part(expression, subject(expression, scope));
  if (expression.kind === 'statusCode') return scope.response?.statusCode;
  if (expression.kind === 'url') return scope.request?.url;
  if (expression.kind === 'method') return scope.request?.method;
  if (expression.kind === 'self') return scope.self;
  if (expression.kind === 'sourceDescriptions') return sourceValue(expression, scope);
  return undefined;
}

type Navigable =
  | MessageExpression
  | RecordExpression
  | ValueExpression
  | StepExpression
  | WorkflowExpression;

/** What the expression names, before it is navigated. */
function subject(expression: Navigable, scope: Scope): unknown {
  if ('part' in expression) return messagePart(expression, scope);
  if (expression.kind === 'steps') {
    const step = ownValue(scope.steps, expression.stepId);
    return member(ownValue(step, 'outputs'), expression.name);
  }
  if (expression.kind === 'workflows') {
    const workflow = ownValue(scope.workflows, expression.workflowId);
    return member(ownValue(workflow, expression.field), expression.name);
  }
  if (expression.kind === 'all') return scope[expression.of];
  return member(scope[expression.kind], expression.name);
}

function part(expression: Navigable, value: unknown): unknown {
  const { path, pointer } = expression;
  const inner = path.length === 0 ? value : navigate(value, path);
  return pointer.length === 0 ? inner : resolvePointer(inner, pointer);
}

/** The exact name first; only then are its dots navigation. */
function member(record: unknown, name: string | undefined): unknown {
  if (name === undefined) return record;
  const exact = ownValue(record, name);
  if (exact !== undefined || !name.includes('.')) return exact;
  return navigate(record, name.split('.'));
}

function messagePart(expression: MessageExpression, scope: Scope): unknown {
  const { kind, part: wanted, name } = expression;
  // One read only: the request may be a getter that builds it.
  const message = scope[kind];
  if (message === undefined) return undefined;
  if (wanted === 'header') return headerValue(message.headers, name);
  if (wanted === 'body') return 'body' in message ? message.body : undefined;
  if (wanted === 'payload') return 'payload' in message ? message.payload : undefined;
  return 'query' in message ? ownValue(message[wanted], name) : undefined;
}

function sourceValue(expression: SourceExpression, scope: Scope): unknown {
  const source = ownValue(scope.sourceDescriptions, expression.source);
  return resolvePointer(ownValue(source, expression.reference), expression.pointer);
}
