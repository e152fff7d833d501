import { leadsBack } from '../../view.ts';
import type { ActionView, Finding, StepView } from '../../view.ts';
import { isMoving, polls } from './polls.ts';
import { knownMeaning, meaningOf } from './status-meaning.ts';
import type { StatusFate, StepStatuses } from './step-statuses.ts';

const swapped = 'Are the targets or the criteria of two actions swapped?';

/** Actions that poll on at a status that is final, or go on at one that is still moving. */
export function findMistaken(
  view: StepView,
  { fates }: StepStatuses,
): readonly Finding[] {
  return fates.flatMap((fate) => {
    const { action, isNamed } = fate;
    if (action === undefined || isNamed !== true || action.isInherited) return [];
    const said = mistakeOf(view, action, fate);
    return said === undefined
      ? []
      : [{ ...said, code: 'MISTAKEN_STATUS', path: action.path }];
  });
}

type Mistake = Pick<Finding, 'severity' | 'message'> & { readonly hint: string };

function mistakeOf(
  view: StepView,
  action: ActionView,
  { value }: StatusFate,
): Mistake | undefined {
  const { stepId } = view.step;
  const { knowledge } = view.api;
  const meaning = meaningOf(value, knowledge);
  const title = `The action "${action.action.name}" of step "${stepId}"`;
  const isFinal = (meaning === 'succeeded' || meaning === 'failed') && !isMoving(value);
  if (leadsBack(action, stepId))
    return isFinal
      ? {
          severity: 'warning',
          message: `${title} repeats it at ${value}, a status that does not change any more.`,
          hint: swapped,
        }
      : undefined;
  if (meaning === 'pending' && polls(view))
    return {
      severity: 'warning',
      message: `${title} goes on at ${value}, a status that is still moving.`,
      hint: swapped,
    };
  if (action.action.type !== 'end' || meaning !== 'failed') return undefined;
  return {
    severity: knownMeaning(value, knowledge) === undefined ? 'info' : 'warning',
    message: `${title} ends the workflow as completed at ${value}, though that means a failure.`,
    hint: 'A success action cannot end a workflow as failed: let the success criteria refuse the status, and end it in onFailure.',
  };
}
