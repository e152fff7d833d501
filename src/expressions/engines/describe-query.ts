import { jsonpath, TokenKind } from 'json-p3';
import type { JSONPathQuery } from 'json-p3';
import type { Condition, Operator } from '../criteria/condition.ts';
import type { FilterOperand, QuerySegment, QuerySelector } from './query-segment.ts';

type FilterExpression = jsonpath.expressions.FilterExpression;
type FilterCondition = Condition<FilterOperand>;

const { expressions, selectors } = jsonpath;

/** A compiled query as plain data. */
export function describeQuery(query: JSONPathQuery): readonly QuerySegment[] {
  return query.segments.map((segment) => ({
    kind: segment.token.kind === TokenKind.DDOT ? 'descendant' : 'child',
    selectors: segment.selectors.map(describeSelector),
  }));
}

function describeSelector(selector: jsonpath.JSONPathSelector): QuerySelector {
  if (selector instanceof selectors.NameSelector) {
    return { kind: 'name', name: selector.name };
  }
  if (selector instanceof selectors.IndexSelector) {
    return { kind: 'index', index: selector.index };
  }
  if (selector instanceof selectors.FilterSelector) {
    return { kind: 'filter', condition: describeFilter(selector.expression) };
  }
  return { kind: selector instanceof selectors.SliceSelector ? 'slice' : 'wildcard' };
}

function describeFilter(expression: FilterExpression): FilterCondition {
  const text = expression.toString();
  if (expression instanceof expressions.LogicalExpression) {
    return describeFilter(expression.expression);
  }
  if (expression instanceof expressions.PrefixExpression) {
    return { kind: 'not', condition: describeFilter(expression.right), text };
  }
  if (expression instanceof expressions.InfixExpression) {
    return describeInfix(expression, text);
  }
  const operand = describeOperand(expression);
  return operand === undefined
    ? { kind: 'literal', value: literalValue(expression), text }
    : { kind: 'operand', operand, text };
}

function describeInfix(
  { operator, left, right }: jsonpath.expressions.InfixExpression,
  text: string,
): FilterCondition {
  const sides = [describeFilter(left), describeFilter(right)] as const;
  if (operator === '&&') return { kind: 'and', conditions: sides, text };
  if (operator === '||') return { kind: 'or', conditions: sides, text };
  const [first, second] = sides;
  return {
    kind: 'comparison',
    operator: operator as Operator,
    left: first,
    right: second,
    text,
  };
}

function describeOperand(expression: FilterExpression): FilterOperand | undefined {
  if (expression instanceof expressions.FunctionExtension) {
    const parameters = expression.args.map(describeFilter);
    return { kind: 'call', name: expression.name, parameters };
  }
  if (!(expression instanceof expressions.FilterQuery)) return undefined;
  const from = expression instanceof expressions.RootQuery ? 'root' : 'current';
  return { kind: 'query', from, segments: describeQuery(expression.path) };
}

function literalValue(expression: FilterExpression): string | number | boolean | null {
  const hasValue =
    expression instanceof expressions.StringLiteral ||
    expression instanceof expressions.NumberLiteral ||
    expression instanceof expressions.BooleanLiteral;
  return hasValue ? expression.value : null;
}
