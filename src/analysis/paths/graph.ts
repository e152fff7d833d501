import type { AnyEventObject } from 'xstate';
import type { SeenCriterion } from '../coverage/criteria-seen.ts';
import type { Gap } from '../cases/question.ts';
import type { MachineSnapshot, PossibleEvent } from './exploration.ts';
import type { PathInputs } from './path.ts';
import type { IndexedTransition } from './transition-index.ts';

/** The states that a machine can be in, as far as they make a difference, and what leads from one to another. */
export interface Graph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly starts: readonly GraphStart[];
  /** Transitions for which no case was found. */
  readonly gaps: readonly Gap[];
  /** There are more states than were looked at. */
  readonly isCut: boolean;
}

export interface GraphNode {
  readonly key: string;
  readonly place: string;
  /** One of those that the node stands for: the first that was met. */
  readonly snapshot: MachineSnapshot;
  /** In the order of the cases. */
  readonly edges: readonly GraphEdge[];
}

export interface GraphStart {
  readonly inputs: PathInputs;
  readonly node: GraphNode;
  /** The transitions that are taken at once. */
  readonly transitions: readonly IndexedTransition[];
}

export interface GraphEdge extends PossibleEvent {
  readonly event: AnyEventObject;
  readonly from: GraphNode;
  readonly to: GraphNode;
  /** The transition that the event takes, and those without event that follow. */
  readonly transitions: readonly IndexedTransition[];
  readonly criteria: readonly SeenCriterion[];
  /** Everything that is gone through with it; see `itemsOfEdge`. */
  readonly items: readonly string[];
  /** The retries that have to be used up before, with how often they can be taken in all. */
  readonly exhausts: readonly { readonly action: string; readonly limit: number }[];
}

/** What is known of an edge before it is described. */
export type CalledEdge = Pick<GraphEdge, 'from' | 'event' | 'invoke'> & {
  readonly ending: GraphEdge['ending'] | undefined;
};
