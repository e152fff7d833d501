import { casesOf } from '../../../../src/analysis/cases/cases-of.ts';
import type { Case } from '../../../../src/analysis/cases/case.ts';
import type { Answers, Question } from '../../../../src/analysis/cases/question.ts';
import { sampleInputs } from '../../../../src/analysis/cases/sample/sample-inputs.ts';
import { eventOf } from '../../../../src/analysis/cases/spaces/scope-of-reply.ts';
import type { TransitionConfig } from '../../../../src/arazzo-import/compile/config.ts';
import { importArazzo } from '../../../../src/index.ts';
import type { ImportOptions, JsonRecord } from '../../../../src/index.ts';
import { createGuards } from '../../../../src/machines/guards.ts';
import { sourceOf } from '../../../../src/machines/machine-source.ts';
import type { MachineSource } from '../../../../src/machines/machine-source.ts';
import type { WorkflowContext } from '../../../../src/machines/types.ts';
import type { OperationKnowledge } from '../../../../src/services/service.ts';
import { createScriptedService } from '../../../machines/support/create-scripted-service.ts';
import { workflowText } from '../../../machines/support/workflow-text.ts';
import type { WorkflowParts } from '../../../machines/support/workflow-text.ts';

/** What a test knows beside the document. */
export interface Surroundings {
  readonly options?: ImportOptions;
  readonly knowledge?: Readonly<Record<string, OperationKnowledge>>;
  readonly more?: Partial<Question>;
  readonly outputs?: Readonly<Record<string, JsonRecord>>;
}

/** The question that a step of a workflow asks; of the first step when none is named. */
export async function questionOf(
  parts: WorkflowParts,
  { options, knowledge = {}, more, outputs }: Surroundings = {},
): Promise<Question> {
  const arazzo = await importArazzo(workflowText(parts), options);
  const services = createScriptedService([], knowledge);
  const source = sourceOf(arazzo.workflow().machine({ services }));
  if (source === undefined) throw new Error('The machine has no source.');
  const [question] = questionsIn(source, outputs);
  if (question === undefined) throw new Error('There is no step.');
  return { ...question, ...more };
}

/** The cases of the first step of a workflow. */
export async function casesIn(
  parts: WorkflowParts,
  surroundings?: Surroundings,
): Promise<Answers & { readonly case: (name: string) => Case }> {
  const answers = casesOf(await questionOf(parts, surroundings));
  return {
    ...answers,
    case: (name) => {
      const found = answers.cases.find((each) => each.name === name);
      const names = answers.cases.map((each) => each.name).join(', ');
      if (found === undefined) throw new Error(`There is no case ${name}: ${names}`);
      return found;
    },
  };
}

/** The questions of all steps of a machine; the guards of the machine say which transition is taken. */
function questionsIn(
  { environment, descriptionOf }: MachineSource,
  outputs: Readonly<Record<string, JsonRecord>> = {},
): readonly Question[] {
  const { definition, serviceOf } = environment;
  const guards = createGuards(environment);
  const context: WorkflowContext = {
    runId: 'run',
    inputs: sampleInputs(definition.config.meta.inputs, { members: 'all' }),
    steps: Object.fromEntries(
      Object.entries(outputs).map(([stepId, each]) => [
        stepId,
        { visits: 1, attempt: 1, outputs: each },
      ]),
    ),
    calls: 1,
    created: [],
  };
  return definition.steps.map(({ stepId }) => {
    const step = definition.step(stepId);
    const { onDone, onError = [] } = step.invoke;
    const { operation } = step;
    const description = operation && descriptionOf(operation.source);
    return {
      definition,
      step,
      onDone,
      onError,
      context,
      operation:
        operation?.operationPath === undefined
          ? description?.read({ operationId: operation?.operationId ?? '' })
          : description?.read({ pointer: operation.operationPath }),
      knowledge: operation && serviceOf(operation.source)?.describe?.(operation),
      watched: [],
      select: (reply) => {
        const event = eventOf(reply);
        const holds = ({ guard }: TransitionConfig): boolean =>
          guard === undefined ||
          guards[guard.type]?.(
            { context, event },
            'params' in guard ? guard.params : undefined,
          ) === true;
        return ('error' in reply ? onError : onDone).find(holds);
      },
    };
  });
}
