import { statusTests } from '../../../arazzo-import/check/status-tests.ts';
import type { CriterionView, Finding, StepView, WorkflowView } from '../view.ts';
import { entryReads, pickSteps, readsIn } from '../reads.ts';
import { listed } from '../words.ts';

/** Status codes that criteria wait for and that a good answer does not have. */
export function findStatusCodes(view: WorkflowView): readonly Finding[] {
  return view.steps.flatMap((step) => {
    const actions = step.onSuccess.filter(({ isInherited }) => !isInherited);
    const criteria = [...step.success, ...actions.flatMap((action) => action.criteria)];
    return [
      ...criteria.flatMap((criterion) => findUnknownCode(step, criterion)),
      ...findWantedError(view, step),
    ];
  });
}

/** Importing has compared others with their descriptions. */
function findUnknownCode(
  { api }: StepView,
  { program, path }: CriterionView,
): readonly Finding[] {
  const { goodStatuses } = api;
  if (goodStatuses === undefined || program === undefined) return [];
  return statusTests([program]).equal.flatMap((codes) =>
    codes.some((code) => code >= 400 || goodStatuses.includes(code))
      ? []
      : [
          {
            code: 'UNDOCUMENTED_STATUS',
            severity: 'warning',
            path,
            message: `"${program.condition}" waits for a status that "${api.name}" never answers.`,
            hint: `When all is well it answers ${listed(goodStatuses.map(String))}.`,
          },
        ],
  );
}

/** A step may want to be refused. One that asks no more than that has nothing that others could read. */
function findWantedError(
  view: WorkflowView,
  { step, success }: StepView,
): readonly Finding[] {
  const [only, ...others] = success;
  if (only?.program === undefined || others.length > 0) return [];
  const { program, path } = only;
  const wanted = statusTests([program]).equal.find((codes) =>
    codes.every((code) => code >= 400),
  );
  const reader = wanted && readerOf(view, step.stepId);
  if (wanted === undefined || reader === undefined) return [];
  return [
    {
      code: 'ERROR_AS_SUCCESS',
      severity: 'warning',
      path,
      message: `Step "${step.stepId}" succeeds only when the API refuses (${listed(wanted.map(String))}), but ${reader} reads its outputs.`,
      hint: 'Is a status such as 200 meant?',
    },
  ];
}

function readerOf({ steps, plan }: WorkflowView, stepId: string): string | undefined {
  const reads = (each: { readonly expression: { readonly stepId: string } }): boolean =>
    each.expression.stepId === stepId;
  const reader = steps.find(({ step }) => entryReads(step, pickSteps).some(reads));
  if (reader !== undefined) return `step "${reader.step.stepId}"`;
  return readsIn(plan.outputs, '', pickSteps).some(reads) ? 'the workflow' : undefined;
}
