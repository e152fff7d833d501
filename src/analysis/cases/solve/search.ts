import type { CriterionProgram, Json } from '../../../expressions/index.ts';
import type { AnswerSpace } from './answer-space.ts';
import type { Draft } from './draft.ts';

/** A search for an answer that meets criteria. */
export interface Search {
  readonly space: AnswerSpace;
  /** Values that criteria of the step compare with: worth a try everywhere. */
  readonly literals: readonly Json[];
  /** The XPath criteria of the step, which one XML text must meet together. */
  readonly goals: readonly CriterionGoal[];
  /** Only values are tried that the schemas allow. */
  readonly isStrict: boolean;
  /** Takes one of the tries that are left; `false` when there is none. */
  readonly spend: () => boolean;
  /** Whether a draft is met for the first time with so many goals left; remembers it. */
  readonly isNew: (goalsLeft: number, draft: Draft) => boolean;
  /** Remembers what the search does not know how to do. */
  readonly giveUpOn: (what: string) => void;
}

/** A criterion that must hold, or must not. */
export interface CriterionGoal {
  readonly kind: 'criterion';
  readonly program: CriterionProgram;
  readonly wanted: boolean;
}
