import type { Finding, WorkflowView } from '../view.ts';

/** So many other steps make a habit. */
const habit = 2;

/** Steps without success criteria in a workflow whose other steps all have some. */
export function findBareSteps({ steps }: WorkflowView): readonly Finding[] {
  const calling = steps.filter(({ plan }) => plan.call.kind === 'operation');
  const bare = calling.filter(({ success }) => success.length === 0);
  const [only] = bare;
  if (bare.length !== 1 || only === undefined || calling.length - 1 < habit) return [];
  const { step } = only;
  return [
    {
      code: 'MISSING_SUCCESS_CRITERIA',
      severity: 'info',
      path: step.path,
      message: `Step "${step.stepId}" is the only one of its workflow without success criteria.`,
      hint: 'Any 2xx status is a success then; other tools may take any answer for one. Add "successCriteria".',
    },
  ];
}
