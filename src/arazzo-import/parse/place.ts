import type { Problem as PlacelessProblem } from '../../diagnostics/index.ts';
import type { ArazzoDocument, Json } from '../document.ts';
import type { Target } from './locate.ts';

/** Something wrong at a place of the document; where that is in the text is looked up later. */
export type Problem = PlacelessProblem & {
  /** @default 'value' */
  readonly target?: Target;
};

/** What all parts of one document are read with. */
export interface ReadContext {
  readonly version: ArazzoDocument['version'];
  readonly report: (problem: Problem) => void;
  /** The text of the value at a path, as the author wrote it. */
  readonly sourceAt: (path: string) => string;
}

/** A value of the document, not read yet. */
export interface Place {
  readonly value: Json;
  readonly path: string;
  readonly context: ReadContext;
}
