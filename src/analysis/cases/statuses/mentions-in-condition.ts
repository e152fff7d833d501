import type { Comparison, Condition, Operator } from '../../../expressions/index.ts';
import type { BodyKeysOf, StatusMention } from './status-mention.ts';

/** What it takes to read the conditions of one language. */
export interface MentionReader<T> {
  readonly keysOf: BodyKeysOf<T>;
  readonly compare: (operator: Operator, left: unknown, right: unknown) => boolean;
}

/** The texts of the body that a condition compares with literals. */
export function mentionsInCondition<T>(
  condition: Condition<T>,
  reader: MentionReader<T>,
  isNegated = false,
): readonly StatusMention[] {
  if (condition.kind === 'not')
    return mentionsInCondition(condition.condition, reader, !isNegated);
  if (condition.kind === 'and' || condition.kind === 'or')
    return condition.conditions.flatMap((inner) =>
      mentionsInCondition(inner, reader, isNegated),
    );
  return condition.kind === 'comparison'
    ? mentionsInComparison(condition, reader, isNegated)
    : [];
}

function mentionsInComparison<T>(
  { operator, left, right }: Comparison<T>,
  reader: MentionReader<T>,
  isNegated: boolean,
): readonly StatusMention[] {
  const [subject, literal] = left.kind === 'operand' ? [left, right] : [right, left];
  if (subject.kind !== 'operand' || literal.kind !== 'literal') return [];
  const keys = reader.keysOf(subject.operand);
  if (keys === undefined || !isTextual(literal.value)) return [];
  if (!['==', '!=', 'in', 'contains'].includes(operator)) return [];
  const positive = operator === '!=' ? '==' : operator;
  const sides = (value: string): readonly [unknown, unknown] =>
    left.kind === 'operand' ? [value, literal.value] : [literal.value, value];
  return [
    {
      keys,
      names: (value) => reader.compare(positive, ...sides(value)),
      isNegated: isNegated !== (operator === '!='),
    },
  ];
}

function isTextual(value: unknown): boolean {
  return [value].flat().some((each) => typeof each === 'string');
}
