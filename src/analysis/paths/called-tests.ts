import type { Expression, Template } from '../../expressions/index.ts';
import type { Definition, StepDefinition } from '../../machines/definition.ts';
import { equality } from '../cases/equality.ts';
import { isWhole } from './watched-tests.ts';
import type { WatchedTest } from './watched-tests.ts';

/** Who calls a workflow, and what makes a difference there. */
export interface Caller {
  readonly workflowId: string;
  /** The step that calls it; absent when the workflow itself does. */
  readonly step?: StepDefinition;
  readonly tests: readonly WatchedTest[];
}

/**
 * The tests that a caller makes of the outputs of a workflow, as tests of the outputs of the steps that
 * they come from. The caller makes them when the workflow has ended.
 */
export function calledTests(
  { outputs }: Pick<Definition, 'outputs'>,
  caller: Caller,
): readonly WatchedTest[] {
  return caller.tests.flatMap((test) => {
    const name = nameOfOutput(test, caller);
    const source = name === undefined ? undefined : memberOf(outputs, name);
    if (source?.kind !== 'steps' || !isWhole(source)) return [];
    const { stepId, name: output = '' } = source;
    return test.values.map((value) => ({
      program: equality(source, value),
      subject: { kind: 'output', stepId, name: output } as const,
      values: [value],
    }));
  });
}

/** The output of the called workflow that a test is about. */
function nameOfOutput(
  { subject, readBy }: WatchedTest,
  { workflowId, step }: Caller,
): string | undefined {
  if (subject?.kind === 'called') {
    const isMeant =
      subject.workflowId === undefined
        ? step !== undefined && readBy === step.stepId
        : subject.workflowId === workflowId;
    return isMeant ? subject.name : undefined;
  }
  if (step === undefined || subject?.kind !== 'output' || subject.stepId !== step.stepId)
    return undefined;
  const source = memberOf(step.outputTemplates, subject.name);
  return source?.kind === 'outputs' && isWhole(source) ? source.name : undefined;
}

/** The expression that gives an output. */
function memberOf(outputs: Template, name: string): Expression | undefined {
  if (outputs.kind !== 'object') return undefined;
  const [, template] = outputs.members.find(([key]) => key === name) ?? [];
  return template?.kind === 'expression' ? template.expression : undefined;
}
