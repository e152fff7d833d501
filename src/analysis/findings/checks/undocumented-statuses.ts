import { statusTests } from '../../../arazzo-import/check/status-tests.ts';
import { findResponse } from '../../../openapi/index.ts';
import type { OpenApiResponse } from '../../../openapi/index.ts';
import { acceptedCodes } from '../criteria/contradiction-in.ts';
import type { CriterionView, Finding, StepView, WorkflowView } from '../view.ts';
import { listed } from '../words.ts';

/**
 * Ranges and patterns of status codes of which the operation documents none. Importing has looked at
 * those that are named with `==`.
 */
export function findUndocumentedStatuses({ steps }: WorkflowView): readonly Finding[] {
  return steps.flatMap((view) => {
    const responses = view.api.described?.responses ?? [];
    const actions = view.onSuccess.filter(({ isInherited }) => !isInherited);
    const criteria = [...view.success, ...actions.flatMap((action) => action.criteria)];
    return responses.length === 0
      ? []
      : criteria.flatMap((each) => findInCriterion(view, each, responses));
  });
}

function findInCriterion(
  { api }: StepView,
  criterion: CriterionView,
  responses: readonly OpenApiResponse[],
): readonly Finding[] {
  const { program, path } = criterion;
  if (program === undefined || statusTests([program]).equal.length > 0) return [];
  const codes = codesOf(criterion);
  // Those that there are not have a finding, and descriptions leave out most of what can go wrong.
  if (codes.length === 0 || codes.some((code) => code >= 400)) return [];
  if (codes.some((code) => findResponse(responses, code) !== undefined)) return [];
  return [
    {
      code: 'UNDOCUMENTED_STATUS',
      severity: 'warning',
      path,
      message: `"${program.condition}" waits for status codes that "${api.name}" does not document.`,
      hint: `It documents ${listed(responses.map(({ status }) => status))}.`,
    },
  ];
}

/** The status codes with which a criterion may hold; none when it asks for no status. */
function codesOf({ reading }: CriterionView): readonly number[] {
  const demands = reading.demands.filter(({ subject }) => subject.kind === 'status');
  const [first, ...others] = demands;
  if (first === undefined) return [];
  return acceptedCodes(first).filter((code) =>
    others.every(({ accepts }) => accepts(code)),
  );
}
