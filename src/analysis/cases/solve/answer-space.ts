import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import type { Expression } from '../../../expressions/index.ts';
import type { AnswerScope } from '../../../machines/answer-scope.ts';
import type { Reply } from '../case.ts';
import type { Draft, Keys } from './draft.ts';
import type { Subject } from './subject.ts';

/** All replies of one kind: of one status code, for one. */
export interface AnswerSpace {
  /** `200`, `completed`. */
  readonly name: string;
  /** A good example: where the making of others begins. */
  readonly start: Draft;
  /** XPath expressions that are to select something, and the places of the texts that they are about. */
  readonly selections?: readonly XmlSelection[];
  /** What an expression stands for in a draft. */
  readonly subjectOf: (expression: Expression) => Subject;
  /** The schemas of what stands at a place; none where nothing is known. */
  readonly schemasAt: (keys: Keys) => readonly SchemaNode[];
  /** Why the description of the API rules a draft out; `undefined` when it does not. */
  readonly objectionTo: (draft: Draft) => string | undefined;
  readonly toReply: (draft: Draft) => Reply;
  /** What criteria see when a draft is the reply. */
  readonly scopeOf: (draft: Draft) => AnswerScope;
}

/** Something that is read out of an XML text. */
export interface XmlSelection {
  readonly keys: Keys;
  readonly expression: string;
}
