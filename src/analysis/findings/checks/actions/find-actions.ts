import type { Finding, WorkflowView } from '../../view.ts';
import {
  findContradiction,
  findFailureContradiction,
  findNeverSucceeds,
} from './contradictions.ts';
import { findShadowed } from './shadowed-actions.ts';
import { successOf } from './success-of.ts';

/** Criteria that cannot hold together, and actions that are never taken. */
export function findActions({ steps }: WorkflowView): readonly Finding[] {
  return steps.flatMap((view) => {
    const never = findNeverSucceeds(view);
    if (never.length > 0) return never;
    const { onSuccess, onFailure } = view;
    const success = successOf(view);
    return [
      ...onSuccess.flatMap((action) => findContradiction(view, action, success)),
      ...onFailure.flatMap((action) => findFailureContradiction(view, action, success)),
      ...findShadowed(view, onSuccess, success),
      ...findShadowed(view, onFailure, []),
    ];
  });
}
