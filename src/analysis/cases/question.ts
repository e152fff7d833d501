import type { TransitionConfig } from '../../arazzo-import/compile/config.ts';
import type { Json } from '../../arazzo-import/document.ts';
import type { Definition, StepDefinition } from '../../machines/definition.ts';
import type { WorkflowContext } from '../../machines/types.ts';
import type { JsonSchema, OpenApiOperation } from '../../openapi/index.ts';
import type { OperationKnowledge } from '../../services/service.ts';
import type { Case, Reply } from './case.ts';

/** A call that can end in several ways, and what is known about it. */
export interface Question {
  /** The config of the workflow with its criteria and expressions parsed. */
  readonly definition: Definition;
  readonly step: StepDefinition;
  /** The transitions of the calling state, in the order in which they are tried. */
  readonly onDone: readonly TransitionConfig[];
  readonly onError: readonly TransitionConfig[];
  /** What the run remembers when the call ends: inputs, and the outputs of earlier steps. */
  readonly context: WorkflowContext;
  /** What the API description says about the operation; schemas are read when asked for. */
  readonly operation?: OpenApiOperation | undefined;
  /** The schema of a good answer, where no description has it: of an AWS client. */
  readonly answerSchema?: JsonSchema | undefined;
  /** What the service knows about the operation. */
  readonly knowledge?: OperationKnowledge | undefined;
  /** The outputs of the step that later criteria look at, with the values that they ask for. */
  readonly watched: readonly WatchedOutput[];
  /** The transition that the real machine takes; `undefined` when it takes none. */
  readonly select: (reply: Reply) => TransitionConfig | undefined;
}

/** An output of a step that later criteria look at. */
export interface WatchedOutput {
  readonly name: string;
  readonly values: readonly Json[];
}

/** The cases of a call, and what could not be made into one. */
export interface Answers {
  readonly cases: readonly Case[];
  readonly gaps: readonly Gap[];
}

/** A transition for which no answer was found that takes it. */
export interface Gap {
  readonly transition: TransitionConfig;
  /** `never` when it is known that there is no such answer. */
  readonly kind: 'shadowed' | 'contradictory' | 'unsolved';
  /** In words, with the criterion that stands in the way. */
  readonly why: string;
}
