import type { Workflow } from '../document.ts';
import { checkId } from './check-id.ts';
import { checkNonEmpty } from './check-non-empty.ts';
import { defined } from '../defined.ts';
import { openObject } from './open-object.ts';
import { parseFailureActions, parseSuccessActions } from './parse-actions.ts';
import { parseDependencies } from './parse-dependencies.ts';
import { parseOutputs } from './parse-outputs.ts';
import { parseParameters } from './parse-parameters.ts';
import { parseSchema } from './parse-schema.ts';
import { parseStep } from './parse-step.ts';
import type { Place } from './place.ts';
import { hasOneOf } from './read-list.ts';
import { reportDuplicates } from './report-duplicates.ts';
import { reportRepeated } from './report-repeated.ts';

/** Gives you a Workflow Object. */
export function parseWorkflow(place: Place): Workflow | undefined {
  const workflow = openObject(place, 'workflow', 'workflowId');
  if (workflow === undefined) return undefined;
  const workflowId = workflow.string('workflowId', { required: true });
  const steps = workflow.list('steps', parseStep, {
    required: true,
    isItem: hasOneOf('stepId'),
  });
  const fields = {
    path: workflow.path,
    summary: workflow.string('summary'),
    description: workflow.string('description'),
    inputs: workflow.object('inputs', parseSchema),
    dependsOn: parseDependencies(workflow, '$workflows'),
    steps,
    successActions: parseSuccessActions(workflow, 'successActions'),
    failureActions: parseFailureActions(workflow, 'failureActions'),
    outputs: parseOutputs(workflow),
    parameters: parseParameters(workflow),
    ...workflow.rest(),
  };
  checkId(workflow, 'workflowId');
  checkNonEmpty(workflow, 'steps');
  reportRepeated(workflow, 'dependsOn');
  reportDuplicates(
    steps,
    { noun: 'step', field: 'stepId', idOf: ({ stepId }) => stepId },
    workflow,
  );
  return workflowId === undefined ? undefined : defined({ workflowId, ...fields });
}
