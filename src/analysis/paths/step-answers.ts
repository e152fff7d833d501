import type {
  InvokeConfig,
  TransitionConfig,
} from '../../arazzo-import/compile/config.ts';
import type { OperationReference } from '../../services/service.ts';
import { referencesOf } from '../../expressions/index.ts';
import { knowledgeOf } from '../../machines/environment.ts';
import { actionGuardOf } from '../../machines/walk-config.ts';
import { laterReads } from '../cases/spaces/expected-reads.ts';
import { handedOn } from '../cases/spaces/handed-on.ts';
import type { Reply } from '../cases/case.ts';
import { actionCriteria } from './action-criteria.ts';
import { describedOperation } from './described-operation.ts';
import type { Answers, Gap, Question, WatchedOutput } from '../cases/question.ts';
import type { CallEnding, Exploration, MachineSnapshot } from './exploration.ts';

/** A call of a step in a state. */
export interface StepCall {
  readonly snapshot: MachineSnapshot;
  readonly invoke: InvokeConfig;
  readonly stepId: string;
  readonly select: (reply: Reply) => TransitionConfig | undefined;
}

/** Finds the ways in which the call of a step can end. */
export type AskStep = (call: StepCall) => readonly CallEnding[];

/**
 * Gives you the function that finds the ways in which calls end. What does not depend on what happened
 * before is found once for all calls that look the same.
 */
export function createAskStep(
  exploration: Exploration,
  onGap: (gap: Gap) => void,
): AskStep {
  const bySignature = new Map<string, Found>();
  const byInvoke = new Map<InvokeConfig, Found>();
  const find = (call: StepCall, transitions: readonly TransitionConfig[]): Found => {
    const question = toQuestion(exploration, call);
    const answer = (): Found => ({ answers: ask(exploration, question), transitions });
    if (hasOwnCases(exploration, question) || !isContextFree(question)) return answer();
    const signature = signatureOf(question);
    const found = bySignature.get(signature) ?? answer();
    bySignature.set(signature, found);
    byInvoke.set(call.invoke, found);
    return found;
  };
  return (call) => {
    const { onDone, onError = [] } = call.invoke;
    const transitions = [...onDone, ...onError];
    const found = byInvoke.get(call.invoke) ?? find(call, transitions);
    for (const gap of found.answers.gaps) {
      const transition = transitions[found.transitions.indexOf(gap.transition)];
      if (transition !== undefined) onGap({ ...gap, transition });
    }
    return found.answers.cases;
  };
}

function ask({ options }: Exploration, question: Question): Answers {
  const answers = options.answersOf(question);
  if (options.isThorough) return answers;
  return { ...answers, cases: answers.cases.filter(isWorthTrying(answers, question)) };
}

/**
 * An answer that is not what was promised is worth a try where no other case does the same. What it leads
 * to is another matter than what follows good answers, and would double the states.
 */
function isWorthTrying(
  { cases }: Answers,
  { select }: Question,
): (each: CallEnding) => boolean {
  const others = cases.filter(({ kind }) => kind !== 'broken');
  const taken = new Set(others.map(({ reply }) => select(reply)));
  return ({ kind, reply }) => kind !== 'broken' || !taken.has(select(reply));
}

/** Whether the user has given cases for a step, so that it is like no other. */
function hasOwnCases(
  { options: { cases = {} } }: Exploration,
  { definition, step: { stepId } }: Question,
): boolean {
  const { workflowId } = definition.config.meta;
  const steps = Object.hasOwn(cases, workflowId) ? cases[workflowId]?.steps : undefined;
  return steps !== undefined && Object.hasOwn(steps, stepId);
}

/** What was found for a call, and the transitions that it was found for. */
interface Found {
  readonly answers: Answers;
  readonly transitions: readonly TransitionConfig[];
}

function toQuestion(
  { environment, source, tests }: Exploration,
  { snapshot, invoke, stepId, select }: StepCall,
): Question {
  const { definition } = environment;
  const step = definition.step(stepId);
  const { operation } = step;
  const { serviceOf } = environment;
  return {
    definition,
    step,
    onDone: invoke.onDone,
    onError: invoke.onError ?? [],
    context: snapshot.context,
    operation: operation && describedOperation(source, operation),
    answerSchema: operation && serviceOf(operation.source)?.schemas?.(operation)?.answer,
    knowledge: operation && knowledgeOf(environment, operation),
    watched: watchedOutputs(tests, stepId),
    select,
  };
}

function watchedOutputs(
  tests: Exploration['tests'],
  stepId: string,
): readonly WatchedOutput[] {
  return tests.flatMap(({ subject, values }) =>
    subject?.kind === 'output' && subject.stepId === stepId
      ? [{ name: subject.name, values }]
      : [],
  );
}

const answered: ReadonlySet<string> = new Set(['response', 'statusCode', 'message']);

/** Whether the criteria look at nothing but the answer. */
function isContextFree({ definition, step, onDone, onError }: Question): boolean {
  const lists = [step.successCriteria, ...actionCriteria([...onDone, ...onError])];
  return lists
    .flatMap((criteria) => definition.criteria(criteria))
    .flatMap((program) => referencesOf(program))
    .every(({ kind }) => answered.has(kind));
}

/** Two calls with the same signature have the same cases. */
function signatureOf(question: Question): string {
  const { definition, step, onDone, onError, watched } = question;
  const guards = [...onDone, ...onError].map((transition) => {
    const { guard, meta } = transition;
    const action = actionGuardOf(transition);
    const isRetry = action?.retryLimit !== undefined;
    return [guard?.type, action?.on, action?.criteria, isRetry, meta];
  });
  const { channel, successCriteria, acceptedStatuses, outputs } = step;
  const reads = laterReads(definition, step.stepId).map(({ name, path, pointer }) => [
    name,
    path,
    pointer,
  ]);
  return JSON.stringify([
    [knownOperation(question), channel, successCriteria, acceptedStatuses, outputs],
    [guards, watched, reads, handedOn(definition, step.stepId)],
  ]);
}

/** Operations of which nothing is known are all alike. */
function knownOperation({
  step,
  operation,
  answerSchema,
  knowledge,
}: Question): OperationReference | boolean | undefined {
  const isKnown =
    operation !== undefined || answerSchema !== undefined || knowledge !== undefined;
  return isKnown ? step.operation : step.operation !== undefined;
}
