import type { AnyEventObject, SnapshotFrom } from 'xstate';
import type { InvokeConfig } from '../../arazzo-import/compile/config.ts';
import type { WorkflowMachine } from '../../machines/create-machine.ts';
import type { MachineEnvironment } from '../../machines/environment.ts';
import type { MachineSource } from '../../machines/machine-source.ts';
import type { GivenCases } from '../cases/given-cases.ts';
import type { Answers, Question } from '../cases/question.ts';
import type { Case } from '../cases/case.ts';
import type { Graph } from './graph.ts';
import type { PathEvent, PathInputs } from './path.ts';
import type { TransitionIndex } from './transition-index.ts';
import type { WatchedTest } from './watched-tests.ts';

export type MachineSnapshot = SnapshotFrom<WorkflowMachine>;

/** A machine that is explored, and everything that is known about it. */
export interface Exploration {
  readonly machine: WorkflowMachine;
  readonly environment: MachineEnvironment;
  readonly source: Pick<MachineSource, 'descriptionOf' | 'environmentOf'>;
  readonly index: TransitionIndex;
  readonly tests: readonly WatchedTest[];
  readonly options: ExplorationOptions;
  /** Explores a machine: a workflow that is traversed in place is explored in the same way. */
  readonly explore: (exploration: Exploration, starts: readonly PathInputs[]) => Graph;
  /** The keys of the workflows that are being traversed, from the outermost. */
  readonly within: readonly string[];
  /** What may be looked at in the workflow, and in all that are traversed within it. */
  readonly room: Room;
  readonly roomWithin: Room;
  /** What was left out, in words, by what it is about. Grows. */
  readonly cuts: Map<string, string>;
}

/** How many states may still be looked at. Shrinks. */
interface Room {
  left: number;
}

export interface ExplorationOptions {
  /** Finds the cases of a call. */
  readonly answersOf: (question: Question) => Answers;
  readonly subWorkflows: 'in-place' | 'one-case';
  /** Whether also what does the same as something else is tried: a small set of paths has no use for it. */
  readonly isThorough: boolean;
  /** States after which no further ones are looked at. */
  readonly maxStates: number;
  readonly cases?: GivenCases | undefined;
}

/** An event that can happen in a state. */
export interface PossibleEvent {
  readonly event: AnyEventObject;
  readonly invoke: InvokeConfig;
  /** How the call ends; absent when it is a wait that is over. */
  readonly ending?: CallEnding;
}

/** How a call ends. */
export interface CallEnding extends Case {
  /** Of a called workflow that is traversed in place. */
  readonly within?: {
    readonly workflowId: string;
    readonly events: readonly PathEvent[];
  };
}
