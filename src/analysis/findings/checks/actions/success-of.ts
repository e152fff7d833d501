import type { CriterionReading } from '../../criteria/demand.ts';
import { readingsOf } from '../../view.ts';
import type { StepView } from '../../view.ts';

/** What holds when a step has succeeded; without criteria it has a 2xx status. */
export function successOf({ success, plan }: StepView): readonly CriterionReading[] {
  if (success.length > 0 || plan.call.kind !== 'operation') return readingsOf(success);
  return [
    {
      identity: 'success',
      isComplete: true,
      demands: [
        {
          subject: { kind: 'status', name: 'status', keys: [] },
          text: 'a 2xx status',
          accepts: (value) => Number(value) >= 200 && Number(value) < 300,
          literals: [],
          isClosed: false,
          isLenient: true,
        },
      ],
    },
  ];
}
