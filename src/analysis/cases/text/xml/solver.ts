import type { Element } from 'slimdom';
import type { Choose } from '../explore.ts';
import type { XmlDocument, XmlNode } from './xml-tree.ts';

/** One try to make a document in which an expression is true or false. */
export interface Solver {
  readonly choose: Choose;
  readonly document: XmlDocument;
  /** Counts what is done; a dead end when it is too much. */
  readonly spend: () => void;
  /** Makes an expression true or false. */
  readonly hold: (
    expression: Element,
    focus: Focus,
    wanted: boolean,
    solver: Solver,
  ) => void;
}

/** Where an expression is evaluated. */
export interface Focus {
  readonly node: XmlNode;
  /** In brackets: the step that they belong to. */
  readonly step?: Element;
  /** In brackets: those that come before. */
  readonly earlier?: readonly Element[];
  /** Of `some` and `every`, by name. */
  readonly variables?: ReadonlyMap<string, XmlNode>;
}
