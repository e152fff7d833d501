import { simpleSemantics } from '../../../expressions/criteria/simple-semantics.ts';
import type { Expression } from '../../../expressions/index.ts';
import type { AnswerSpace } from './answer-space.ts';
import type { Language } from './language.ts';

/** Simple conditions: `$statusCode == 200`. */
export function simpleLanguage({ subjectOf }: AnswerSpace): Language<Expression> {
  return { subjectOf, compare: simpleSemantics.compare, holds: Boolean };
}
