import type { Reply } from '../../analysis/cases/case.ts';
import type { CallEnd, Path } from '../../analysis/paths/path.ts';
import type { TransitionMeta } from '../../arazzo-import/compile/config.ts';
import type {
  CallOptions,
  OperationAnswer,
  OperationRequest,
} from '../../services/service.ts';
import type { SentRequest } from '../run-paths/path-result.ts';

/** What answers the calls of a workflow while its paths are run. */
export interface World {
  /** What people should know about it: sources that stay scripted, and why. */
  readonly remarks: () => readonly string[];
  /** Gets ready for a path. */
  begin(path: Path): Promise<Readiness>;
  /** Performs the operations of a source; `undefined` where the script of the path replies. */
  performerOf(source: string): Perform | undefined;
  /** Says when the last call did not go as its path has it; `undefined` when the place alone counts. */
  judge(taken: TakenStep): Verdict | undefined;
  /** Is called when a path is over. */
  end(): Promise<void>;
}

/** The path as it is run, perhaps with other inputs; or why it cannot be. */
export type Readiness = { readonly path: Path } | { readonly impossible: string };

/** What came of a call that did not go as its path has it: through nobody's fault, or not. */
export type Verdict = { readonly impossible: string } | { readonly problem: string };

/** Performs an operation. `ask` hands in the request that is made and gives what the path replies. */
export type Perform = (
  request: OperationRequest,
  options: CallOptions,
  ask: (sent?: SentAs) => Promise<Reply>,
) => Promise<OperationAnswer>;

/** A request as it goes over the network, and what is wrong with it. */
export interface SentAs {
  readonly shown?: Pick<SentRequest, 'method' | 'url' | 'headers'>;
  readonly problems: readonly string[];
}

/** The end of a call as the path has it, and as it came. */
export interface TakenStep {
  readonly wanted: CallEnd;
  /** Where the outermost machine should be, when that is known. */
  readonly leadsTo?: string | undefined;
  /** Where it is. */
  readonly place: string;
  /** Why the machine has taken its transition. */
  readonly transition: TransitionMeta | undefined;
}

/** The world in which the paths reply themselves. */
export const scriptedWorld: World = {
  remarks: () => [],
  begin: async (path) => ({ path }),
  performerOf: () => undefined,
  judge: () => undefined,
  end: async () => {},
};
